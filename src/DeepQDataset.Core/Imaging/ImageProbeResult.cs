namespace DeepQDataset.Imaging;

/// <summary>Represents what a probe found out about one file.</summary>
/// <param name="Format">The format by content; <see cref="DqImageFormat.Unknown"/> if it is none of ours.</param>
/// <param name="Header">What the header says; null if it could not be read.</param>
/// <param name="Problem">The first problem; null if there is none. A truncated file has both a header and a problem.</param>
/// <param name="ForeignFormat">The name of a recognised format that is not supported, such as <c>GIF</c>; else null.</param>
/// <param name="Dicom">What a DICOM file says as far as it could be read, also where <see cref="Header"/> could not; else null.</param>
internal sealed record ImageProbeResult(
    DqImageFormat Format, ImageHeader? Header, ImageProblem? Problem, string? ForeignFormat = null, DicomHeader? Dicom = null)
{
    /// <summary>Nothing is known of a file, since it could not be read.</summary>
    internal static ImageProbeResult Unreadable(Exception exception) =>
        new(DqImageFormat.Unknown, null, new ImageProblem(ImageProblemKind.Unreadable, exception.Message, 0));
}
