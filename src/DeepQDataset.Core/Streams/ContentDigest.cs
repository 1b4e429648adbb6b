using System.IO.Hashing;

namespace DeepQDataset.Streams;

/// <summary>
/// Computes a digest of a file: the number of bytes, a hash, on request a CRC-32, and the last bytes. One instance can be reused.
/// </summary>
internal sealed class ContentDigest
{
    private const int TailLength = 16;

    private readonly XxHash128 _hash = new();
    private readonly Crc32 _checksum = new();
    private readonly byte[] _tail = new byte[TailLength];
    private bool _hasHash;
    private bool _hasChecksum;

    /// <summary>Gets the number of bytes.</summary>
    public long Length { get; private set; }

    /// <summary>Gets the XXH128 of the bytes, which is fast and practically unique in a dataset; 0 if it was not requested.</summary>
    public UInt128 Hash => _hasHash ? _hash.GetCurrentHashAsUInt128() : 0;

    /// <summary>Gets the CRC-32 of the bytes, as in a zip (APPNOTE 4.4.7); 0 if it was not requested.</summary>
    public uint Checksum => _hasChecksum ? _checksum.GetCurrentHashAsUInt32() : 0;

    /// <summary>Starts the next file.</summary>
    /// <param name="withHash">Indicates whether to compute the hash.</param>
    /// <param name="withChecksum">Indicates whether to compute the CRC-32.</param>
    public void Reset(bool withHash, bool withChecksum)
    {
        _hasHash = withHash;
        _hash.Reset();
        _checksum.Reset();
        _hasChecksum = withChecksum;
        Length = 0;
    }

    /// <summary>Adds the next bytes.</summary>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        Length += bytes.Length;
        if (_hasHash)
        {
            _hash.Append(bytes);
        }

        if (_hasChecksum)
        {
            _checksum.Append(bytes);
        }

        int kept = Math.Max(0, TailLength - bytes.Length);
        _tail.AsSpan(TailLength - kept).CopyTo(_tail);
        bytes[^(TailLength - kept)..].CopyTo(_tail.AsSpan(kept));
    }

    /// <summary>Determines whether the bytes so far end with given bytes.</summary>
    /// <param name="end">The bytes, at most 16.</param>
    public bool EndsWith(ReadOnlySpan<byte> end) => Length >= end.Length && _tail.AsSpan(TailLength - end.Length).SequenceEqual(end);
}
