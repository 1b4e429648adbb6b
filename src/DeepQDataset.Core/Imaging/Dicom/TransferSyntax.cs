using System.Collections.Frozen;

namespace DeepQDataset.Imaging.Dicom;

/// <summary>Represents a transfer syntax of PS3.6 table A-1, which specifies the encoding of a data set and its pixel data.</summary>
/// <param name="Uid">The UID.</param>
/// <param name="Name">The name in the standard.</param>
/// <param name="Kind">The encoding of pixel data.</param>
internal sealed record TransferSyntax(string Uid, string Name, TransferSyntaxKind Kind)
{
    /// <summary>Implicit VR Little Endian.</summary>
    public const string ImplicitLittleEndianUid = Root;

    /// <summary>Explicit VR Little Endian.</summary>
    public const string ExplicitLittleEndianUid = Root + ".1";

    /// <summary>Deflated Explicit VR Little Endian.</summary>
    public const string DeflatedLittleEndianUid = Root + ".1.99";

    /// <summary>Explicit VR Big Endian.</summary>
    public const string ExplicitBigEndianUid = Root + ".2";

    /// <summary>JPEG Baseline (Process 1).</summary>
    public const string JpegBaselineUid = Root + ".4.50";

    /// <summary>JPEG Extended (Process 2 &amp; 4).</summary>
    public const string JpegExtendedUid = Root + ".4.51";

    /// <summary>JPEG Lossless, Non-Hierarchical (Process 14).</summary>
    public const string JpegLosslessUid = Root + ".4.57";

    /// <summary>JPEG Lossless, Non-Hierarchical, First-Order Prediction (Process 14 [Selection Value 1]).</summary>
    public const string JpegLosslessFirstOrderUid = Root + ".4.70";

    /// <summary>JPEG-LS Lossless Image Compression.</summary>
    public const string JpegLsLosslessUid = Root + ".4.80";

    /// <summary>JPEG-LS Lossy (Near-Lossless) Image Compression.</summary>
    public const string JpegLsNearLosslessUid = Root + ".4.81";

    /// <summary>RLE Lossless.</summary>
    public const string RunLengthUid = Root + ".5";

    /// <summary>Deflated Image Frame Compression.</summary>
    public const string DeflatedFrameUid = Root + ".8.1";

    /// <summary>
    /// GE's private syntax of implicit little endian elements and big endian pixels of 16 bits. The standard does not list it.
    /// </summary>
    public const string GePrivateUid = "1.2.840.113619.5.2";

    private const string Root = "1.2.840.10008.1.2";

    private static readonly FrozenDictionary<string, TransferSyntax> ByUid = Table()
        .ToFrozenDictionary(syntax => syntax.Uid, StringComparer.Ordinal);

    /// <summary>Gets all transfer syntaxes.</summary>
    public static IReadOnlyCollection<TransferSyntax> All => ByUid.Values;

    /// <summary>Returns the transfer syntax with a UID; null if it is not in the standard.</summary>
    public static TransferSyntax? Find(string? uid) =>
        uid is not null && ByUid.TryGetValue(uid, out TransferSyntax? syntax) ? syntax : null;

    private static TransferSyntax[] Table() =>
    [
        new(ImplicitLittleEndianUid, "Implicit VR Little Endian", TransferSyntaxKind.Native),
        new(ExplicitLittleEndianUid, "Explicit VR Little Endian", TransferSyntaxKind.Native),
        new(Root + ".1.98", "Encapsulated Uncompressed Explicit VR Little Endian", TransferSyntaxKind.EncapsulatedNative),
        new(DeflatedLittleEndianUid, "Deflated Explicit VR Little Endian", TransferSyntaxKind.Deflated),
        new(ExplicitBigEndianUid, "Explicit VR Big Endian", TransferSyntaxKind.BigEndian),
        Compressed(".4.50", "JPEG Baseline (Process 1)"),
        Compressed(".4.51", "JPEG Extended (Process 2 & 4)"),
        Compressed(".4.52", "JPEG Extended (Process 3 & 5)"),
        Compressed(".4.53", "JPEG Spectral Selection, Non-Hierarchical (Process 6 & 8)"),
        Compressed(".4.54", "JPEG Spectral Selection, Non-Hierarchical (Process 7 & 9)"),
        Compressed(".4.55", "JPEG Full Progression, Non-Hierarchical (Process 10 & 12)"),
        Compressed(".4.56", "JPEG Full Progression, Non-Hierarchical (Process 11 & 13)"),
        Compressed(".4.57", "JPEG Lossless, Non-Hierarchical (Process 14)"),
        Compressed(".4.58", "JPEG Lossless, Non-Hierarchical (Process 15)"),
        Compressed(".4.59", "JPEG Extended, Hierarchical (Process 16 & 18)"),
        Compressed(".4.60", "JPEG Extended, Hierarchical (Process 17 & 19)"),
        Compressed(".4.61", "JPEG Spectral Selection, Hierarchical (Process 20 & 22)"),
        Compressed(".4.62", "JPEG Spectral Selection, Hierarchical (Process 21 & 23)"),
        Compressed(".4.63", "JPEG Full Progression, Hierarchical (Process 24 & 26)"),
        Compressed(".4.64", "JPEG Full Progression, Hierarchical (Process 25 & 27)"),
        Compressed(".4.65", "JPEG Lossless, Hierarchical (Process 28)"),
        Compressed(".4.66", "JPEG Lossless, Hierarchical (Process 29)"),
        Compressed(".4.70", "JPEG Lossless, Non-Hierarchical, First-Order Prediction (Process 14 [Selection Value 1])"),
        Compressed(".4.80", "JPEG-LS Lossless Image Compression"),
        Compressed(".4.81", "JPEG-LS Lossy (Near-Lossless) Image Compression"),
        Compressed(".4.90", "JPEG 2000 Image Compression (Lossless Only)"),
        Compressed(".4.91", "JPEG 2000 Image Compression"),
        Compressed(".4.92", "JPEG 2000 Part 2 Multi-component Image Compression (Lossless Only)"),
        Compressed(".4.93", "JPEG 2000 Part 2 Multi-component Image Compression"),
        new(Root + ".4.94", "JPIP Referenced", TransferSyntaxKind.Other),
        new(Root + ".4.95", "JPIP Referenced Deflate", TransferSyntaxKind.Deflated),
        Video(".4.100", "MPEG2 Main Profile / Main Level"),
        Video(".4.100.1", "Fragmentable MPEG2 Main Profile / Main Level"),
        Video(".4.101", "MPEG2 Main Profile / High Level"),
        Video(".4.101.1", "Fragmentable MPEG2 Main Profile / High Level"),
        Video(".4.102", "MPEG-4 AVC/H.264 High Profile / Level 4.1"),
        Video(".4.102.1", "Fragmentable MPEG-4 AVC/H.264 High Profile / Level 4.1"),
        Video(".4.103", "MPEG-4 AVC/H.264 BD-compatible High Profile / Level 4.1"),
        Video(".4.103.1", "Fragmentable MPEG-4 AVC/H.264 BD-compatible High Profile / Level 4.1"),
        Video(".4.104", "MPEG-4 AVC/H.264 High Profile / Level 4.2 For 2D Video"),
        Video(".4.104.1", "Fragmentable MPEG-4 AVC/H.264 High Profile / Level 4.2 For 2D Video"),
        Video(".4.105", "MPEG-4 AVC/H.264 High Profile / Level 4.2 For 3D Video"),
        Video(".4.105.1", "Fragmentable MPEG-4 AVC/H.264 High Profile / Level 4.2 For 3D Video"),
        Video(".4.106", "MPEG-4 AVC/H.264 Stereo High Profile / Level 4.2"),
        Video(".4.106.1", "Fragmentable MPEG-4 AVC/H.264 Stereo High Profile / Level 4.2"),
        Video(".4.107", "HEVC/H.265 Main Profile / Level 5.1"),
        Video(".4.108", "HEVC/H.265 Main 10 Profile / Level 5.1"),
        Compressed(".4.110", "JPEG XL Lossless"),
        Compressed(".4.111", "JPEG XL JPEG Recompression"),
        Compressed(".4.112", "JPEG XL"),
        Compressed(".4.201", "High-Throughput JPEG 2000 Image Compression (Lossless Only)"),
        Compressed(".4.202", "High-Throughput JPEG 2000 with RPCL Options Image Compression (Lossless Only)"),
        Compressed(".4.203", "High-Throughput JPEG 2000 Image Compression"),
        new(Root + ".4.204", "JPIP HTJ2K Referenced", TransferSyntaxKind.Other),
        new(Root + ".4.205", "JPIP HTJ2K Referenced Deflate", TransferSyntaxKind.Deflated),
        Compressed(".5", "RLE Lossless"),
        new(Root + ".6.1", "RFC 2557 MIME encapsulation", TransferSyntaxKind.Other),
        new(Root + ".6.2", "XML Encoding", TransferSyntaxKind.Other),
        Video(".7.1", "SMPTE ST 2110-20 Uncompressed Progressive Active Video"),
        Video(".7.2", "SMPTE ST 2110-20 Uncompressed Interlaced Active Video"),
        new(Root + ".7.3", "SMPTE ST 2110-30 PCM Digital Audio", TransferSyntaxKind.Other),
        new(DeflatedFrameUid, "Deflated Image Frame Compression", TransferSyntaxKind.Compressed),
        new("1.2.840.10008.1.20", "Papyrus 3 Implicit VR Little Endian", TransferSyntaxKind.Other),
    ];

    private static TransferSyntax Compressed(string suffix, string name) => new(Root + suffix, name, TransferSyntaxKind.Compressed);

    private static TransferSyntax Video(string suffix, string name) => new(Root + suffix, name, TransferSyntaxKind.Video);
}
