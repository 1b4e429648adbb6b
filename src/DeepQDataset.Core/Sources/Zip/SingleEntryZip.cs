using System.Buffers.Binary;

namespace DeepQDataset.Sources.Zip;

/// <summary>
/// Represents the data of one entry with the records that make it a complete zip (APPNOTE 4.3.7, 4.3.12 and 4.3.16), so that the runtime's
/// reader, which supports Deflate64, can read the entry. The data is not copied.
/// </summary>
internal sealed class SingleEntryZip : Stream
{
    private const int LocalBytes = 31;
    private const int CentralBytes = 47;
    private const int EndBytes = 22;
    private const byte Name = (byte)'x';

    private readonly Stream _packed;
    private readonly byte[] _before;
    private readonly byte[] _after;

    /// <summary>Initializes a new instance of the <see cref="SingleEntryZip"/> class.</summary>
    /// <param name="record">The entry.</param>
    /// <param name="packed">The packed data, which is disposed with the stream.</param>
    /// <exception cref="InvalidDataException">The entry is too large for a zip without zip64.</exception>
    public SingleEntryZip(ZipRecord record, Stream packed)
    {
        if (record.Length > uint.MaxValue || packed.Length > uint.MaxValue - LocalBytes)
        {
            throw new InvalidDataException("An entry of 4 GiB and more cannot be unpacked by this method.");
        }

        _packed = packed;
        _before = new byte[LocalBytes];
        _after = new byte[CentralBytes + EndBytes];
        BinaryPrimitives.WriteUInt32LittleEndian(_before, 0x04034B50);
        WriteFields(_before.AsSpan(4), record, packed.Length);
        _before[30] = Name;
        BinaryPrimitives.WriteUInt32LittleEndian(_after, 0x02014B50);
        WriteFields(_after.AsSpan(6), record, packed.Length);
        _after[46] = Name;
        Span<byte> end = _after.AsSpan(CentralBytes);
        BinaryPrimitives.WriteUInt32LittleEndian(end, 0x06054B50);
        end[8] = 1;
        end[10] = 1;
        BinaryPrimitives.WriteUInt32LittleEndian(end[12..], CentralBytes);
        BinaryPrimitives.WriteUInt32LittleEndian(end[16..], (uint)(LocalBytes + packed.Length));
    }

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => true;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => _before.Length + _packed.Length + _after.Length;

    /// <inheritdoc/>
    public override long Position { get; set; }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        long inData = Position - _before.Length;
        long inAfter = inData - _packed.Length;
        int read = inData < 0 ? Copy(_before.AsSpan((int)Position), buffer)
            : inAfter < 0 ? ReadPacked(inData, buffer)
            : inAfter < _after.Length ? Copy(_after.AsSpan((int)inAfter), buffer)
            : 0;
        Position += read;
        return read;
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => Position + offset,
        _ => Length + offset,
    };

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _packed.Dispose();
        }

        base.Dispose(disposing);
    }

    private static void WriteFields(Span<byte> record, ZipRecord entry, long packedLength)
    {
        record[0] = 21; // version 2.1 supports Deflate64
        BinaryPrimitives.WriteUInt16LittleEndian(record[4..], entry.Method);
        BinaryPrimitives.WriteUInt32LittleEndian(record[10..], entry.Crc32);
        BinaryPrimitives.WriteUInt32LittleEndian(record[14..], (uint)packedLength);
        BinaryPrimitives.WriteUInt32LittleEndian(record[18..], (uint)entry.Length);
        record[22] = 1; // the name's length
    }

    private int ReadPacked(long position, Span<byte> buffer)
    {
        _packed.Position = position;
        return _packed.Read(buffer[..(int)Math.Min(buffer.Length, _packed.Length - position)]);
    }

    private static int Copy(ReadOnlySpan<byte> from, Span<byte> to)
    {
        int length = Math.Min(from.Length, to.Length);
        from[..length].CopyTo(to);
        return length;
    }
}
