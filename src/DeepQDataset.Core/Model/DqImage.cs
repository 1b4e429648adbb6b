namespace DeepQDataset;

/// <summary>
/// One image of a dataset, as its header describes it. What the header does not say, or could not be read of it, is null.
/// </summary>
public sealed class DqImage
{
    internal DqImage()
    {
    }

    /// <summary>Gets the dataset's name.</summary>
    public string Dataset { get; internal init; } = "";

    /// <summary>Gets the entry, with <c>/</c> as separator, relative to the folder or the zip's root.</summary>
    public string Path { get; internal init; } = "";

    /// <summary>Gets the format by content.</summary>
    public DqImageFormat Format { get; internal init; }

    /// <summary>Width in pixels.</summary>
    public int? Width { get; internal init; }

    /// <summary>Height in pixels.</summary>
    public int? Height { get; internal init; }

    /// <summary>Bits a sample (DICOM: Bits Stored).</summary>
    public int? BitDepth { get; internal init; }

    /// <summary>Samples a pixel, alpha included.</summary>
    public int? Channels { get; internal init; }

    /// <summary>Gets the number of frames.</summary>
    public int? Frames { get; internal init; }

    /// <summary>Colour model: the DICOM photometric interpretation, or its like for PNG and JPEG.</summary>
    public string? Photometric { get; internal init; }

    /// <summary>EXIF orientation, 1 to 8.</summary>
    public int? Orientation { get; internal init; }

    /// <summary>Gets the file's size in bytes (unpacked, in a zip).</summary>
    public long Bytes { get; internal init; }

    /// <summary>Gets the study: its folder, or the Study Instance UID.</summary>
    public string? Study { get; internal init; }

    /// <summary>Gets the series: its folder, or the Series Instance UID.</summary>
    public string? Series { get; internal init; }

    /// <summary>Gets the classes the labels give it.</summary>
    public DqStringList Labels { get; internal init; } = DqStringList.Empty;

    /// <summary>Gets DICOM (0008,0018).</summary>
    public string? SopInstanceUid { get; internal init; }

    /// <summary>Gets DICOM (0020,000D).</summary>
    public string? StudyInstanceUid { get; internal init; }

    /// <summary>Gets DICOM (0020,000E).</summary>
    public string? SeriesInstanceUid { get; internal init; }

    /// <summary>Gets DICOM (0020,0013).</summary>
    public int? InstanceNumber { get; internal init; }

    /// <summary>Gets DICOM (0008,0060).</summary>
    public string? Modality { get; internal init; }

    /// <summary>Gets DICOM (0002,0010), the UID.</summary>
    public string? TransferSyntax { get; internal init; }

    /// <summary>Gets the standard's name of <see cref="TransferSyntax"/> (PS3.6 table A-1); null if it has none of that UID.</summary>
    public string? TransferSyntaxName { get; internal init; }

    /// <summary>Gets DICOM (0028,1050), the first of several: the value that is shown as middle grey, after the modality LUT.</summary>
    public double? WindowCenter { get; internal init; }

    /// <summary>Gets DICOM (0028,1051), the first of several: the range of values from black to white.</summary>
    public double? WindowWidth { get; internal init; }

    /// <summary>What kept the header from being read; null if it was read.</summary>
    public string? Problem { get; internal init; }

    /// <inheritdoc/>
    public override string ToString() => Path;
}
