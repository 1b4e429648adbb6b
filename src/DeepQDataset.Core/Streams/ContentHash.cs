using System.Buffers.Binary;

namespace DeepQDataset.Streams;

/// <summary>Represents the SHA-256 of a file.</summary>
/// <param name="First">Its first 8 bytes, big endian.</param>
/// <param name="Second">The next 8.</param>
/// <param name="Third">The next 8.</param>
/// <param name="Fourth">The last 8.</param>
internal readonly record struct ContentHash(ulong First, ulong Second, ulong Third, ulong Fourth)
{
    /// <summary>Takes the 32 bytes of a hash.</summary>
    public static ContentHash From(ReadOnlySpan<byte> hash) => new(
        BinaryPrimitives.ReadUInt64BigEndian(hash),
        BinaryPrimitives.ReadUInt64BigEndian(hash[8..]),
        BinaryPrimitives.ReadUInt64BigEndian(hash[16..]),
        BinaryPrimitives.ReadUInt64BigEndian(hash[24..]));
}
