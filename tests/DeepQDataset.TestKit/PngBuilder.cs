namespace DeepQDataset.TestKit;

/// <summary>Writes a PNG: a valid one as long as no option that breaks it is set (PNG, third edition).</summary>
public sealed partial class PngBuilder
{
    private static readonly (int X, int Y, int StepX, int StepY)[] Adam7 =
        [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];

    /// <summary>Width in pixels.</summary>
    public int Width { get; init; } = 16;

    /// <summary>Height in pixels.</summary>
    public int Height { get; init; } = 16;

    /// <summary>Bits a sample: 1, 2, 4, 8 or 16, as the colour type allows.</summary>
    public int BitDepth { get; init; } = 8;

    /// <summary>0 grey, 2 RGB, 3 palette, 4 grey and alpha, 6 RGB and alpha.</summary>
    public int ColorType { get; init; } = 2;

    /// <summary>Gets a value that indicates whether the rows are interlaced by Adam7.</summary>
    public bool Interlaced { get; init; }

    /// <summary>Gets the seed of the pixels.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>
    /// Gets a value that indicates whether all pixels are alike: the first sample is <see cref="BlankValue"/>, each further one is one
    /// more.
    /// </summary>
    public bool Blank { get; init; }

    /// <summary>Gets the first sample of each pixel of a blank image.</summary>
    public byte BlankValue { get; init; }

    /// <summary>Gets the samples by column, row and channel, as they are stored; null for a pattern. Not for blank images.</summary>
    public Func<int, int, int, int>? Samples { get; init; }

    /// <summary>EXIF orientation in an eXIf chunk; null for no such chunk.</summary>
    public int? Orientation { get; init; }

    /// <summary>Gets a value that indicates whether the eXIf chunk is in Motorola order.</summary>
    public bool ExifBigEndian { get; init; }

    /// <summary>Number of frames in an acTL chunk; null for no such chunk. The frames themselves are not written.</summary>
    public int? AnimationFrames { get; init; }

    /// <summary>Keyword and text of a tEXt chunk, such as <c>Author=Ann</c>; null for none.</summary>
    public string? Text { get; init; }

    /// <summary>More chunks, before the image data.</summary>
    public IReadOnlyList<(string Type, byte[] Data)> ExtraChunks { get; init; } = [];

    /// <summary>More chunks, between the image data and the end.</summary>
    public IReadOnlyList<(string Type, byte[] Data)> LateChunks { get; init; } = [];

    /// <summary>Into how many IDAT chunks the image data is split, at least.</summary>
    public int DataChunks { get; init; } = 1;

    /// <summary>Gets the width that the header says, if it is to be wrong.</summary>
    public uint? DeclaredWidth { get; init; }

    /// <summary>Gets the height that the header says, if it is to be wrong.</summary>
    public uint? DeclaredHeight { get; init; }

    /// <summary>Gets the depth that the header says, if it is to be wrong.</summary>
    public byte? DeclaredBitDepth { get; init; }

    /// <summary>Gets the colour type that the header says, if it is to be wrong.</summary>
    public byte? DeclaredColorType { get; init; }

    /// <summary>Gets the compression method; 0 is the only valid one.</summary>
    public byte CompressionMethod { get; init; }

    /// <summary>Gets the filter method; 0 is the only valid one.</summary>
    public byte FilterMethod { get; init; }

    /// <summary>Gets the interlace method that the header says, if it is to be wrong.</summary>
    public byte? InterlaceMethod { get; init; }

    /// <summary>Gets the number of bytes of header data is written; 13 is valid.</summary>
    public int HeaderLength { get; init; } = 13;

    /// <summary>Gets the type of the chunks whose CRC is to be wrong; null for none.</summary>
    public string? WrongCrcOf { get; init; }

    /// <summary>Gets the filter type of all rows, by which they are filtered: 0 to 4.</summary>
    public int Filter { get; init; }

    /// <summary>Gets a filter type that the first row says, if it is to be wrong.</summary>
    public byte? DeclaredFilter { get; init; }

    /// <summary>By how many bytes the unpacked image data is too long, or too short where negative.</summary>
    public int SurplusData { get; init; }

    /// <summary>Gets a value that indicates whether the checksum of the unpacked image data is wrong.</summary>
    public bool WrongDataChecksum { get; init; }

    /// <summary>Gets the number of bytes that are cut off the compressed image data.</summary>
    public int CutData { get; init; }

    /// <summary>Gets a value that indicates whether the IDAT chunks are left out.</summary>
    public bool OmitData { get; init; }

    /// <summary>Gets a value that indicates whether the IEND chunk is left out.</summary>
    public bool OmitEnd { get; init; }

    /// <summary>Bytes after the image's end.</summary>
    public byte[] Trailing { get; init; } = [];

    /// <summary>Gets the length in bytes to which the file is cut; null for all of it.</summary>
    public int? CutAt { get; init; }

    private int Channels => ColorType switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 };

    /// <summary>Writes the file.</summary>
    public byte[] Build()
    {
        using MemoryStream file = new();
        file.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        WriteChunk(file, "IHDR", Header());
        WriteMetadata(file);
        if (ColorType == 3)
        {
            WriteChunk(file, "PLTE", Palette());
        }

        if (!OmitData)
        {
            WriteData(file);
        }

        foreach ((string type, byte[] data) in LateChunks)
        {
            WriteChunk(file, type, data);
        }

        if (!OmitEnd)
        {
            WriteChunk(file, "IEND", []);
        }

        file.Write(Trailing);
        byte[] whole = file.ToArray();
        return CutAt is int length ? whole[..length] : whole;
    }

}
