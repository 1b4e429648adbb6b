namespace DeepQDataset;

/// <summary>Represents one image of a dataset, as described by its header. Values that are missing or unreadable are null.</summary>
public sealed class DqImage
{
    internal DqImage()
    {
    }

    /// <summary>Gets the name of the dataset.</summary>
    public string Dataset { get; internal init; } = "";

    /// <summary>Gets the path of the entry, with <c>/</c> as separator, relative to the folder or the root of the zip.</summary>
    public string Path { get; internal init; } = "";

    /// <summary>Gets the format by content.</summary>
    public DqImageFormat Format { get; internal init; }

    /// <summary>Gets the width in pixels.</summary>
    public int? Width { get; internal init; }

    /// <summary>Gets the height in pixels.</summary>
    public int? Height { get; internal init; }

    /// <summary>Gets the number of bits of a sample (DICOM: Bits Stored).</summary>
    public int? BitDepth { get; internal init; }

    /// <summary>Gets the number of samples of a pixel, including alpha.</summary>
    public int? Channels { get; internal init; }

    /// <summary>Gets the number of frames.</summary>
    public int? Frames { get; internal init; }

    /// <summary>Gets the colour model: the DICOM photometric interpretation, or its equivalent for PNG and JPEG.</summary>
    public string? Photometric { get; internal init; }

    /// <summary>Gets the EXIF orientation, 1 to 8.</summary>
    public int? Orientation { get; internal init; }

    /// <summary>Gets the size of the file in bytes (unpacked, in a zip).</summary>
    public long Bytes { get; internal init; }

    /// <summary>Gets the study: its folder, or the Study Instance UID.</summary>
    public string? Study { get; internal init; }

    /// <summary>Gets the series: its folder, or the Series Instance UID.</summary>
    public string? Series { get; internal init; }

    /// <summary>Gets the classes of its labels.</summary>
    public DqStringList Labels { get; internal init; } = DqStringList.Empty;

    /// <summary>Gets the SOP Instance UID, DICOM (0008,0018).</summary>
    public string? SopInstanceUid { get; internal init; }

    /// <summary>Gets the Study Instance UID, DICOM (0020,000D).</summary>
    public string? StudyInstanceUid { get; internal init; }

    /// <summary>Gets the Series Instance UID, DICOM (0020,000E).</summary>
    public string? SeriesInstanceUid { get; internal init; }

    /// <summary>Gets the Instance Number, DICOM (0020,0013).</summary>
    public int? InstanceNumber { get; internal init; }

    /// <summary>Gets the Modality, DICOM (0008,0060).</summary>
    public string? Modality { get; internal init; }

    /// <summary>Gets the Transfer Syntax UID, DICOM (0002,0010).</summary>
    public string? TransferSyntax { get; internal init; }

    /// <summary>
    /// Gets the name of <see cref="TransferSyntax"/> in the standard (PS3.6 table A-1); null if the UID is not in the standard.
    /// </summary>
    public string? TransferSyntaxName { get; internal init; }

    /// <summary>Gets the first Window Center, DICOM (0028,1050): the value that is shown as middle grey, after the modality LUT.</summary>
    public double? WindowCenter { get; internal init; }

    /// <summary>Gets the first Window Width, DICOM (0028,1051): the range of values from black to white.</summary>
    public double? WindowWidth { get; internal init; }

    /// <summary>Gets the reason why the header could not be read; null if it was read.</summary>
    public string? Problem { get; internal init; }

    /// <inheritdoc/>
    public override string ToString() => Path;
}
