using DeepQDataset.TestKit;

namespace DeepQDataset.Bench.Fuzzing;

/// <summary>Provides the DICOM files to mutate: one for each task of a reader.</summary>
internal static class DicomSeeds
{
    private static readonly DicomElement[] Inner =
    [
        DicomElement.Text(0x00080100, "SH", "X"),
        DicomElement.Text(0x00100010, "PN", "Inner^Name"),
        DicomElement.Sequence(0x00081140, [DicomElement.Text(0x00081155, "UI", "1.2")]),
    ];

    private static readonly DicomElement[] Sequences =
    [
        DicomElement.UndefinedSequence(0x00081115, "SQ", Inner, Inner),
        DicomElement.Sequence(0x00081199, Inner, []),
        DicomElement.Text(0x00090010, "LO", "ACME"),
        DicomElement.UndefinedSequence(0x00091001, "UN", Inner),
        DicomElement.Sequence(0x00091002, "UN", Inner),
        DicomElement.Raw(0x00091003, "OB", [1, 2, 3, 4]),
        DicomElement.UInt32(0x00280000, 99),
        DicomElement.UndefinedSequence(0x00880200, "SQ", [DicomElement.Fragments(0x7FE00010, [], new byte[20])]),
        DicomElement.UndefinedSequence(0x52009229, "SQ", [DicomElement.Sequence(0x00289132, Window)]),
    ];

    private static readonly DicomElement[] Lookup =
    [
        .. Window,
        DicomElement.Text(0x00281052, "DS", "-1024"),
        DicomElement.Text(0x00281053, "DS", "1"),
        DicomElement.Sequence(0x00283010, [DicomElement.UInt16(0x00283002, 4, 0, 16), DicomElement.UInt16(0x00283006, 0, 1, 2, 3)]),
    ];

    private static readonly DicomElement[] Palette =
    [
        .. Enumerable.Range(0x1101, 3).Select(element => DicomElement.UInt16(0x00280000 + (uint)element, 4, 0, 16)),
        .. Enumerable.Range(0x1201, 3).Select(element => DicomElement.UInt16(0x00280000 + (uint)element, 0, 1, 2, 3)),
    ];

    private static readonly DicomElement[] Command =
        [DicomElement.UInt32(0x00000000, 56), DicomElement.Text(0x00000002, "UI", "1.2.840.10008.1.1"), DicomElement.UInt16(0x00000100, 1)];

    /// <summary>Gets all items.</summary>
    public static byte[][] All { get; } =
    [
        new DicomBuilder { Elements = Sequences }.Build(),
        new DicomBuilder { Elements = Sequences, TransferSyntax = DicomSyntax.ImplicitLittleEndian }.Build(),
        new DicomBuilder { Elements = Sequences, TransferSyntax = DicomSyntax.ExplicitBigEndian }.Build(),
        new DicomBuilder { Elements = Sequences, TransferSyntax = DicomSyntax.DeflatedLittleEndian }.Build(),
        new DicomBuilder
        {
            Elements = Sequences,
            HasPreamble = false,
            HasFileMeta = false,
            TransferSyntax = DicomSyntax.ImplicitLittleEndian,
        }.Build(),
        new DicomBuilder { Elements = Sequences, HasPreamble = false }.Build(),
        new DicomBuilder { Elements = Command, FileMetaGroupLength = 4, WrittenAs = DicomSyntax.ImplicitLittleEndian }.Build(),
        new DicomBuilder { Elements = Lookup, Frames = 3 }.Build(),
        new DicomBuilder { Elements = Palette, BitsAllocated = 8, Photometric = "PALETTE COLOR" }.Build(),
        new DicomBuilder { BitsAllocated = 8, SamplesPerPixel = 3, Photometric = "YBR_FULL_422" }.Build(),
        new DicomBuilder { BitsAllocated = 1, Photometric = "MONOCHROME1" }.Build(),
        new DicomBuilder { TransferSyntax = DicomSyntax.JpegBaseline, BitsAllocated = 8, Fragments = [Jpeg()] }.Build(),
        Encapsulated(DicomSyntax.JpegLossless),
        Encapsulated(DicomSyntax.JpegLsLossless),
        Encapsulated(DicomSyntax.Jpeg2000Lossless),
        Encapsulated(DicomSyntax.RunLength),
        new DicomBuilder { TransferSyntax = DicomSyntax.RunLength, BitsAllocated = 8, Fragments = [RunLength()] }.Build(),
        new DicomBuilder { IsDicomDirectory = true }.Build(),
        new DicomBuilder { HasPixelData = false, Elements = Sequences }.Build(),
    ];

    /// <summary>Data sets alone, to be deflated.</summary>
    public static byte[][] DataSets { get; } = [DataSet(Sequences), DataSet(Lookup), DataSet(Palette)];

    /// <summary>What stands before a deflated data set.</summary>
    public static byte[] DeflatedStart { get; } = Start(new DicomBuilder { TransferSyntax = DicomSyntax.DeflatedLittleEndian }.Build());

    private static DicomElement[] Window =>
        [DicomElement.Text(0x00281050, "DS", @"40\-600"), DicomElement.Text(0x00281051, "DS", @"400\1500")];

    private static byte[] Encapsulated(string syntax) => new DicomBuilder
    {
        TransferSyntax = syntax,
        Frames = 2,
        OffsetTable = [0, 0, 0, 0],
        Elements = [DicomElement.Raw(0x7FE00001, "OV", new byte[16]), DicomElement.Raw(0xFFFCFFFC, "OB", new byte[8])],
    }.Build();

    private static byte[] DataSet(DicomElement[] elements) =>
        new DicomBuilder
        {
            HasPreamble = false,
            HasFileMeta = false,
            WrittenAs = DicomSyntax.ExplicitLittleEndian,
            Elements = elements,
        }.Build();

    /// <summary>Preamble and file meta: its group length says how long that is.</summary>
    private static byte[] Start(byte[] file) => file[..(132 + 12 + BitConverter.ToInt32(file, 140))];

    private static byte[] Jpeg() => new JpegBuilder { Width = 16, Height = 16 }.Build();

    /// <summary>One segment of 16 runs of 16 equal bytes (PS3.5 annex G).</summary>
    private static byte[] RunLength()
    {
        byte[] runs = Enumerable.Range(0, 16).SelectMany(row => new[] { (byte)(257 - 16), (byte)row }).ToArray();
        byte[] header = new byte[64];
        (header[0], header[4]) = (1, 64);
        return [.. header, .. runs];
    }
}
