using System.Buffers.Binary;

namespace DeepQDataset.TestKit;

/// <summary>Bytes put one after the other, numbers in little endian.</summary>
internal sealed class ZipBytes
{
    private readonly List<byte> _bytes = [];

    /// <summary>How many there are.</summary>
    public long Length => _bytes.Count;

    public ZipBytes Int16(ushort value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(ushort)];
        BinaryPrimitives.WriteUInt16LittleEndian(bytes, value);
        return Bytes(bytes);
    }

    public ZipBytes Int32(uint value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        return Bytes(bytes);
    }

    public ZipBytes Int64(ulong value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, value);
        return Bytes(bytes);
    }

    public ZipBytes Bytes(ReadOnlySpan<byte> bytes)
    {
        _bytes.AddRange(bytes);
        return this;
    }

    public byte[] ToArray() => [.. _bytes];
}
