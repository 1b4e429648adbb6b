namespace DeepQDataset.Imaging.Probing;

/// <summary>Represents what reading every byte of an image showed.</summary>
/// <param name="Probe">What its header and its end say.</param>
/// <param name="Damage">What is wrong with its data (DQ311); null if nothing, or where they cannot be checked.</param>
/// <param name="ContentHash">XXH128 of the file.</param>
/// <param name="Length">The file's length in bytes as read.</param>
/// <param name="TrailingBytes">The number of bytes that follow the image's end in a PNG or JPEG.</param>
/// <param name="IsBlank">Indicates whether all pixels of a PNG or of uncompressed DICOM have one value.</param>
internal sealed record ImageInspection(
    ImageProbeResult Probe, ImageProblem? Damage, UInt128 ContentHash, long Length, long TrailingBytes, bool IsBlank);
