using System.Buffers.Binary;
using System.IO.Hashing;

namespace DeepQDataset.Imaging.Png;

/// <summary>Checks that each PNG chunk has the right checksum and an allowed position (PNG, third edition, sections 5.5 and 5.6).</summary>
/// <param name="findings">Receives problems.</param>
internal sealed class PngChunkCheck(DataFindings findings)
{
    private const int PaletteEntry = 3;
    private const int MaximumPaletteEntries = 256;

    private readonly Crc32 _checksum = new();
    private uint _type;
    private bool _sawPalette;
    private bool _sawData;
    private bool _isDataOver;

    /// <summary>Starts the next image.</summary>
    public void Reset()
    {
        _sawPalette = false;
        _sawData = false;
        _isDataOver = false;
    }

    /// <summary>Skips the data and checksum of a chunk and checks them.</summary>
    /// <param name="reader">The reader, after the header of the chunk.</param>
    /// <param name="type">The type of the chunk.</param>
    /// <param name="length">The length of the data in bytes.</param>
    /// <param name="start">The start of the chunk.</param>
    /// <returns>False if the file ends before.</returns>
    public bool TryPass(ForwardReader reader, uint type, uint length, long start)
    {
        Begin(type, length, start);
        while (length > 0)
        {
            if (!reader.TryPeekSome(out ReadOnlySpan<byte> bytes))
            {
                return false;
            }

            int count = (int)Math.Min(length, bytes.Length);
            Append(bytes[..count]);
            reader.TrySkip(count);
            length -= (uint)count;
        }

        return TryEnd(reader);
    }

    /// <summary>Checks the type and position of a chunk, and starts its checksum.</summary>
    public void Begin(uint type, uint length, long start)
    {
        if (Misplaced(type, length) is string detail)
        {
            findings.ReportDamage(detail, start);
        }

        _type = type;
        _sawPalette |= type == PngChunkType.Plte;
        _sawData |= type == PngChunkType.Idat;
        _isDataOver |= _sawData && type != PngChunkType.Idat;
        Span<byte> name = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(name, type);
        _checksum.Reset();
        _checksum.Append(name);
    }

    /// <summary>Adds data to the checksum.</summary>
    public void Append(ReadOnlySpan<byte> data) => _checksum.Append(data);

    /// <summary>Reads and compares the checksum.</summary>
    /// <param name="reader">The reader, after the data of the chunk.</param>
    /// <returns>False if the file ends before.</returns>
    public bool TryEnd(ForwardReader reader)
    {
        long position = reader.Position;
        if (!reader.TryRead(PngProbe.ChecksumLength, out ReadOnlySpan<byte> bytes))
        {
            return false;
        }

        if (_checksum.GetCurrentHashAsUInt32() != BinaryPrimitives.ReadUInt32BigEndian(bytes))
        {
            findings.ReportDamage($"the checksum of the {PngChunkType.NameOf(_type)} chunk is wrong", position);
        }

        return true;
    }

    private string? Misplaced(uint type, uint length) => type switch
    {
        PngChunkType.Ihdr => "there is a second IHDR chunk",
        PngChunkType.Plte when _sawPalette => "there is a second PLTE chunk",
        PngChunkType.Plte when _sawData => "the PLTE chunk stands behind the image data",
        PngChunkType.Plte when length % PaletteEntry != 0 || length is 0 or > PaletteEntry * MaximumPaletteEntries =>
            FormattableString.Invariant($"the PLTE chunk has {length} bytes, which make no palette"),
        PngChunkType.Idat when _isDataOver => "the IDAT chunks do not follow one another",
        PngChunkType.Iend when length != 0 => "the IEND chunk is not empty",
        PngChunkType.Plte or PngChunkType.Idat or PngChunkType.Iend => null,
        _ when PngChunkType.IsCritical(type) => $"the critical chunk {PngChunkType.NameOf(type)} is unknown",
        _ => null,
    };
}
