using System.Buffers.Binary;
using System.Globalization;
using System.IO.Hashing;

namespace DeepQDataset.Imaging.Png;

/// <summary>
/// Reads the header of a PNG up to the first IDAT chunk, and checks whether it ends with IEND (PNG, third edition, sections 5 and 11).
/// Chunks after the first IDAT are read only if the file does not end with IEND, so an eXIf chunk there is not found.
/// </summary>
internal sealed class PngProbe : IImageFormatProbe
{
    /// <summary>The number of bytes of a chunk before its data: length and type.</summary>
    public const int ChunkHeaderLength = 8;

    /// <summary>The number of bytes of a chunk after its data.</summary>
    public const int ChecksumLength = 4;

    /// <summary>The number of bytes of a chunk beside its data: length, type and checksum.</summary>
    public const int ChunkOverhead = ChunkHeaderLength + ChecksumLength;

    private const int HeaderDataLength = 13;
    private const int PaletteColor = 3;

    /// <inheritdoc/>
    public DqImageFormat Format => DqImageFormat.Png;

    /// <summary>Gets the first eight bytes of a PNG (section 5.2).</summary>
    public static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Gets the IEND chunk.</summary>
    public static ReadOnlySpan<byte> EndChunk => [0, 0, 0, 0, (byte)'I', (byte)'E', (byte)'N', (byte)'D', 0xAE, 0x42, 0x60, 0x82];

    /// <inheritdoc/>
    public ImageProbeResult Probe(ForwardReader reader)
    {
        PngHeader header = new();
        return ReadHeader(reader, header, checks: null) ?? new ImageProbeResult(Format, header.ToImageHeader(), CheckEnd(reader));
    }

    /// <summary>Reads up to the first IDAT chunk and leaves the reader at its start.</summary>
    /// <param name="reader">The reader, at the start of the file.</param>
    /// <param name="header">Receives the values of the chunks.</param>
    /// <param name="checks">Checks each chunk; null to skip their data.</param>
    /// <returns>The reason why the header cannot be read; null if it can.</returns>
    public ImageProbeResult? ReadHeader(ForwardReader reader, PngHeader header, PngChunkCheck? checks)
    {
        if (!reader.TryRead(Signature.Length, out ReadOnlySpan<byte> signature))
        {
            return Ends(reader, "signature");
        }

        if (!signature.SequenceEqual(Signature))
        {
            int difference = signature.CommonPrefixLength(Signature);
            return Corrupt("the PNG signature is damaged, as by a transfer as text", difference);
        }

        return ReadFirstChunk(reader, header) ?? ReadChunks(reader, header, checks);
    }

    private ImageProbeResult? ReadFirstChunk(ForwardReader reader, PngHeader header)
    {
        long start = reader.Position;
        if (!reader.TryRead(ChunkHeaderLength, out ReadOnlySpan<byte> bytes))
        {
            return Ends(reader, "IHDR chunk");
        }

        uint length = BinaryPrimitives.ReadUInt32BigEndian(bytes);
        uint type = BinaryPrimitives.ReadUInt32BigEndian(bytes[4..]);
        if (type != PngChunkType.Ihdr)
        {
            return Corrupt($"the first chunk is {PngChunkType.NameOf(type)}, not IHDR", start + 4);
        }

        if (length != HeaderDataLength)
        {
            return Corrupt(
                string.Create(CultureInfo.InvariantCulture, $"the IHDR chunk is {length} bytes long, not {HeaderDataLength}"), start);
        }

        if (!reader.TryRead(HeaderDataLength + ChecksumLength, out bytes))
        {
            return Ends(reader, "IHDR chunk");
        }

        (string Detail, int Offset)? problem = header.Read(bytes[..HeaderDataLength]);
        if (problem is not null)
        {
            return Corrupt(problem.Value.Detail, start + ChunkHeaderLength + problem.Value.Offset);
        }

        Span<byte> summed = stackalloc byte[4 + HeaderDataLength];
        BinaryPrimitives.WriteUInt32BigEndian(summed, PngChunkType.Ihdr);
        bytes[..HeaderDataLength].CopyTo(summed[4..]);
        return Crc32.HashToUInt32(summed) == BinaryPrimitives.ReadUInt32BigEndian(bytes[HeaderDataLength..])
            ? null
            : Corrupt("the IHDR chunk's checksum is wrong", start + ChunkHeaderLength + HeaderDataLength);
    }

    /// <summary>Walks to the first IDAT chunk and leaves the reader at its start.</summary>
    private ImageProbeResult? ReadChunks(ForwardReader reader, PngHeader header, PngChunkCheck? checks)
    {
        bool sawPalette = false;
        while (true)
        {
            long start = reader.Position;
            if (!reader.TryPeek(ChunkHeaderLength, out ReadOnlySpan<byte> bytes))
            {
                reader.TrySkip(bytes.Length);
                return Ends(reader, "chunks before the image data");
            }

            uint length = BinaryPrimitives.ReadUInt32BigEndian(bytes);
            uint type = BinaryPrimitives.ReadUInt32BigEndian(bytes[4..]);
            if (!PngChunkType.IsName(type))
            {
                return Corrupt("there is no chunk where one is due", start + 4);
            }

            if (length > int.MaxValue)
            {
                return Corrupt(
                    string.Create(CultureInfo.InvariantCulture, $"the {PngChunkType.NameOf(type)} chunk claims {length} bytes"), start);
            }

            if (type == PngChunkType.Idat)
            {
                return header.ColorType == PaletteColor && !sawPalette ? Corrupt("there is no palette before the image data", start) : null;
            }

            reader.TrySkip(ChunkHeaderLength);
            switch (type)
            {
                case PngChunkType.Iend:
                    return Corrupt("there is no image data", start);
                case PngChunkType.Plte:
                    sawPalette = true;
                    break;
                case PngChunkType.Exif:
                    (header.Orientation, ImageMetadata metadata) = ExifReader.Peek(reader, length);
                    header.Metadata |= metadata;
                    break;
                case PngChunkType.Text or PngChunkType.CompressedText or PngChunkType.InternationalText:
                    header.Metadata |= PngText.Peek(reader, length);
                    break;
                case PngChunkType.AnimationControl when length >= 4 && reader.TryPeek(4, out bytes):
                    header.Frames = (int)Math.Clamp(BinaryPrimitives.ReadUInt32BigEndian(bytes), 0, int.MaxValue);
                    break;
            }

            bool isWhole = checks is null ? reader.TrySkip((long)length + ChecksumLength) : checks.TryPass(reader, type, length, start);
            if (!isWhole)
            {
                return Ends(reader, $"{PngChunkType.NameOf(type)} chunk");
            }
        }
    }

    /// <summary>
    /// Checks whether the file continues to an IEND chunk. The reader is at the first IDAT chunk. An IEND chunk at the very end is enough
    /// if the IDAT chunk ends before it.
    /// </summary>
    private static ImageProblem? CheckEnd(ForwardReader reader)
    {
        bool fits = reader.TryPeek(ChunkHeaderLength, out ReadOnlySpan<byte> bytes)
            && reader.Position + ChunkOverhead + BinaryPrimitives.ReadUInt32BigEndian(bytes) <= reader.Length - EndChunk.Length;
        Span<byte> tail = stackalloc byte[ChunkOverhead];
        if (fits && reader.TryPeekTail(tail) && tail.SequenceEqual(EndChunk))
        {
            return null;
        }

        ImageProblem? problem = WalkToEnd(reader, out bool endsWithEnd);
        return fits && endsWithEnd ? null : problem;
    }

    /// <summary>Walks the chunks to IEND.</summary>
    /// <param name="reader">The reader, at the start of a chunk.</param>
    /// <param name="endsWithEnd">Indicates whether the file ends with an IEND chunk, even inside another chunk.</param>
    private static ImageProblem? WalkToEnd(ForwardReader reader, out bool endsWithEnd)
    {
        endsWithEnd = false;
        while (true)
        {
            if (!reader.TryPeek(ChunkHeaderLength, out ReadOnlySpan<byte> bytes))
            {
                SkipAndWatchEnd(reader, bytes.Length, ref endsWithEnd);
                return Truncated(reader.Position, "the file ends without an IEND chunk");
            }

            uint length = BinaryPrimitives.ReadUInt32BigEndian(bytes);
            uint type = BinaryPrimitives.ReadUInt32BigEndian(bytes[4..]);
            if (!PngChunkType.IsName(type))
            {
                ImageProblem problem = Truncated(reader.Position, "there is no chunk where one is due, and no IEND chunk at the end");
                SkipAndWatchEnd(reader, Math.Max(0, reader.Length - reader.Position), ref endsWithEnd);
                return problem;
            }

            if (!SkipAndWatchEnd(reader, ChunkOverhead + (long)length, ref endsWithEnd))
            {
                return Truncated(reader.Position, $"the file ends inside its {PngChunkType.NameOf(type)} chunk");
            }

            if (type == PngChunkType.Iend)
            {
                return null;
            }
        }
    }

    /// <summary>Skips bytes, and examines the last bytes of the file before they are skipped, since some streams cannot seek.</summary>
    private static bool SkipAndWatchEnd(ForwardReader reader, long count, ref bool endsWithEnd)
    {
        long before = reader.Length - EndChunk.Length - reader.Position;
        if (before >= 0 && before < count && reader.TrySkip(before))
        {
            endsWithEnd = reader.TryPeek(EndChunk.Length, out ReadOnlySpan<byte> bytes) && bytes.SequenceEqual(EndChunk);
            count -= before;
        }

        return reader.TrySkip(count);
    }

    private ImageProbeResult Ends(ForwardReader reader, string place)
    {
        reader.SkipRest();
        return Corrupt($"the file ends inside its {place}", reader.Position);
    }

    private ImageProbeResult Corrupt(string detail, long offset) =>
        new(Format, null, new ImageProblem(ImageProblemKind.Corrupt, detail, offset));

    private static ImageProblem Truncated(long offset, string detail) => new(ImageProblemKind.Truncated, detail, offset);
}
