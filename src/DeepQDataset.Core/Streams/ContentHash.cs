using System.Buffers.Binary;

namespace DeepQDataset.Streams;

/// <summary>Represents the SHA-256 of a file.</summary>
/// <param name="First">The first 8 bytes, big endian.</param>
/// <param name="Second">The next 8 bytes.</param>
/// <param name="Third">The next 8 bytes.</param>
/// <param name="Fourth">The last 8 bytes.</param>
internal readonly record struct ContentHash(ulong First, ulong Second, ulong Third, ulong Fourth)
{
    /// <summary>Creates a hash from its 32 bytes.</summary>
    public static ContentHash From(ReadOnlySpan<byte> hash) => new(
        BinaryPrimitives.ReadUInt64BigEndian(hash),
        BinaryPrimitives.ReadUInt64BigEndian(hash[8..]),
        BinaryPrimitives.ReadUInt64BigEndian(hash[16..]),
        BinaryPrimitives.ReadUInt64BigEndian(hash[24..]));
}
