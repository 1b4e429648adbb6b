namespace DeepQDataset.Imaging.Dicom;

/// <summary>Calculates the length of native pixel data (PS3.5 section 8.1.1 and 8.2, PS3.3 section C.7.6.3).</summary>
internal static class DicomPixelLength
{
    /// <summary>Describes by how much native pixel data is too short.</summary>
    /// <returns>
    /// The message for DQ410; null if the data is long enough or compressed, or if the header does not determine its length.
    /// </returns>
    public static string? Shortfall(DicomHeader header)
    {
        bool isCompressed = TransferSyntax.Find(header.TransferSyntaxUid)?.Kind
            is TransferSyntaxKind.Compressed or TransferSyntaxKind.Video or TransferSyntaxKind.Other;
        if (isCompressed || header.PixelDataLength is not long actual || Required(header) is not { } required || actual >= required)
        {
            return null;
        }

        int frames = Math.Max(1, header.NumberOfFrames ?? 1);
        string size = FormattableString.Invariant(
            $"{header.Columns}×{header.Rows} pixels of {header.SamplesPerPixel ?? 1}×{header.BitsAllocated} bits");
        string times = frames == 1 ? "" : FormattableString.Invariant($" in {frames} frames");
        return FormattableString.Invariant($"The pixel data have {actual} bytes, and {size}{times} need {required}.");
    }

    /// <summary>
    /// Returns rows × columns × samples × bits allocated ÷ 8 × frames. Bits are packed across rows and frames; if two or four pixels share
    /// their colour, a pixel has 2 (4:2:2) or 1½ (4:2:0) samples on average.
    /// </summary>
    /// <returns>The number of bytes; null if an attribute is missing.</returns>
    public static Int128? Required(DicomHeader header)
    {
        if (header is not { Rows: int rows, Columns: int columns, BitsAllocated: int bits } || bits == 0)
        {
            return null;
        }

        Int128 halfSamples = header.PhotometricInterpretation switch
        {
            "YBR_FULL_422" or "YBR_PARTIAL_422" => 4,
            "YBR_PARTIAL_420" => 3,
            _ => 2 * (Int128)(header.SamplesPerPixel ?? 1),
        };
        Int128 pixels = (Int128)rows * columns * Math.Max(1, header.NumberOfFrames ?? 1);
        return ((pixels * halfSamples * bits) + 15) / 16;
    }
}
