using System.Buffers.Binary;
using System.IO.Compression;
using DeepQDataset.Streams;

namespace DeepQDataset.Imaging.Png;

/// <summary>
/// Reads a whole PNG: every chunk with its checksum and position, and the unpacked image data, whose own checksum the decompressor
/// verifies, to the last row (PNG, third edition, sections 5.6, 7 and 10). Of animation frames after the first image, only the chunks are
/// checked.
/// </summary>
internal sealed class PngDataCheck : IImageFormatProbe
{
    private const int UnpackedStep = 32 * 1024;

    private readonly DataFindings _findings;
    private readonly ContentDigest _digest;
    private readonly PngProbe _probe = new();
    private readonly PngChunkCheck _chunks;
    private readonly PngRowCheck _rows = new();
    private readonly byte[] _unpacked = new byte[UnpackedStep];

    /// <summary>Initializes a new instance of the <see cref="PngDataCheck"/> class.</summary>
    /// <param name="findings">Receives the findings.</param>
    /// <param name="digest">Receives the bytes that are read.</param>
    public PngDataCheck(DataFindings findings, ContentDigest digest)
    {
        _findings = findings;
        _digest = digest;
        _chunks = new PngChunkCheck(findings);
    }

    /// <inheritdoc/>
    public DqImageFormat Format => DqImageFormat.Png;

    /// <inheritdoc/>
    public ImageProbeResult Probe(ForwardReader reader)
    {
        PngHeader values = new();
        _chunks.Reset();
        if (_probe.ReadHeader(reader, values, _chunks) is ImageProbeResult failure)
        {
            return failure;
        }

        ImageHeader header = values.ToImageHeader();
        bool canEnd =
            reader.TryPeek(PngProbe.ChunkHeaderLength, out ReadOnlySpan<byte> bytes)
            && reader.Position + PngProbe.ChunkOverhead + BinaryPrimitives.ReadUInt32BigEndian(bytes)
                <= reader.Length - PngProbe.EndChunk.Length;
        _rows.Start(header, values.IsInterlaced);
        ImageProblem? problem = CheckData(reader) ?? WalkToEnd(reader, values);
        reader.SkipRest();
        if (problem is not null && canEnd && _digest.EndsWith(PngProbe.EndChunk))
        {
            // The end exists, so the problem is before it.
            _findings.ReportDamage("a chunk's length or type is wrong: following the chunks does not lead to the end", problem.Offset);
            problem = null;
        }

        _findings.IsBlank = _rows.IsComplete && _rows.IsBlank;
        return new ImageProbeResult(Format, values.ToImageHeader(), problem);
    }

    private ImageProblem? CheckData(ForwardReader reader)
    {
        using PngDataStream data = new(reader, _chunks);
        string? fault;
        long offset;
        try
        {
            using ZLibStream unpacking = new(data, CompressionMode.Decompress, leaveOpen: true);
            fault = Unpack(unpacking, data);
        }
        catch (InvalidDataException)
        {
            fault = "the compressed image data are damaged";
        }

        offset = data.ChunkStart;

        // A wrong checksum of a chunk is the cause of an error in unpacking it, and is found at its end.
        data.PassRest();
        if (data.EndsInside)
        {
            return Truncated(reader, "the file ends inside its IDAT chunk");
        }

        if (fault is not null)
        {
            _findings.ReportDamage(fault, offset);
        }

        return null;
    }

    private string? Unpack(ZLibStream unpacking, PngDataStream data)
    {
        int read;
        while ((read = unpacking.Read(_unpacked)) > 0)
        {
            if (_rows.Take(_unpacked.AsSpan(0, read)) is string fault)
            {
                return fault;
            }
        }

        if (!_rows.IsComplete)
        {
            return _rows.DescribeShortage();
        }

        return data.WasReadBeyondEnd ? "the compressed image data end before their checksum" : null;
    }

    /// <summary>Walks the chunks after the image data.</summary>
    private ImageProblem? WalkToEnd(ForwardReader reader, PngHeader values)
    {
        while (true)
        {
            long start = reader.Position;
            if (!reader.TryPeek(PngProbe.ChunkHeaderLength, out ReadOnlySpan<byte> bytes))
            {
                reader.SkipRest();
                return Truncated(reader, "the file ends without an IEND chunk");
            }

            uint length = BinaryPrimitives.ReadUInt32BigEndian(bytes);
            uint type = BinaryPrimitives.ReadUInt32BigEndian(bytes[4..]);
            if (!PngChunkType.IsName(type))
            {
                return Truncated(reader, "there is no chunk where one is due, and no IEND chunk at the end");
            }

            reader.TrySkip(PngProbe.ChunkHeaderLength);
            values.Metadata |= type switch
            {
                PngChunkType.Exif => ExifReader.Peek(reader, length).Metadata,
                PngChunkType.Text or PngChunkType.CompressedText or PngChunkType.InternationalText => PngText.Peek(reader, length),
                _ => ImageMetadata.None,
            };
            if (!_chunks.TryPass(reader, type, length, start))
            {
                reader.SkipRest();
                return Truncated(reader, $"the file ends inside its {PngChunkType.NameOf(type)} chunk");
            }

            if (type == PngChunkType.Iend)
            {
                _findings.End = reader.Position;
                return null;
            }
        }
    }

    private static ImageProblem Truncated(ForwardReader reader, string detail) => new(ImageProblemKind.Truncated, detail, reader.Position);
}
