namespace DeepQDataset.Imaging;

/// <summary>Represents the result of probing one file.</summary>
/// <param name="Format">The format by content; <see cref="DqImageFormat.Unknown"/> if it is not supported.</param>
/// <param name="Header">The header; null if it could not be read.</param>
/// <param name="Problem">The first problem; null if there is none. A truncated file has both a header and a problem.</param>
/// <param name="ForeignFormat">The name of a recognized but unsupported format, such as <c>GIF</c>; otherwise null.</param>
/// <param name="Dicom">
/// The attributes of a DICOM file as far as they could be read, even if <see cref="Header"/> is null; otherwise null.
/// </param>
internal sealed record ImageProbeResult(
    DqImageFormat Format, ImageHeader? Header, ImageProblem? Problem, string? ForeignFormat = null, DicomHeader? Dicom = null)
{
    /// <summary>Creates the result for a file that could not be read.</summary>
    internal static ImageProbeResult Unreadable(Exception exception) =>
        new(DqImageFormat.Unknown, null, new ImageProblem(ImageProblemKind.Unreadable, exception.Message, 0));
}
