namespace DeepQDataset.Imaging.Probing;

/// <summary>Represents the result of reading every byte of an image.</summary>
/// <param name="Probe">The result of reading its header and end.</param>
/// <param name="Damage">The damage of its data (DQ311); null if there is none, or it cannot be checked.</param>
/// <param name="ContentHash">The XXH128 hash of the file.</param>
/// <param name="Length">The number of bytes read.</param>
/// <param name="TrailingBytes">The number of bytes after the end of the image in a PNG or JPEG.</param>
/// <param name="IsBlank">Indicates whether all pixels of a PNG or of uncompressed DICOM have the same value.</param>
internal sealed record ImageInspection(
    ImageProbeResult Probe, ImageProblem? Damage, UInt128 ContentHash, long Length, long TrailingBytes, bool IsBlank);
