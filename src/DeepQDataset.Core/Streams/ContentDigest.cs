using System.IO.Hashing;

namespace DeepQDataset.Streams;

/// <summary>
/// Sums up the bytes of one file after the other: their number, a hash that tells contents apart, a CRC-32 where asked, the last bytes.
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

    /// <summary>
    /// Gets the XXH128 of the bytes: fast, and no two files of a dataset have the same by chance. 0 if it was not asked for.
    /// </summary>
    public UInt128 Hash => _hasHash ? _hash.GetCurrentHashAsUInt128() : 0;

    /// <summary>Gets the CRC-32 of the bytes as zips have it (APPNOTE 4.4.7); 0 if it was not asked for.</summary>
    public uint Checksum => _hasChecksum ? _checksum.GetCurrentHashAsUInt32() : 0;

    /// <summary>Starts the next file.</summary>
    /// <param name="withHash">Indicates whether to take the hash.</param>
    /// <param name="withChecksum">Indicates whether to take the CRC-32.</param>
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

    /// <summary>Determines whether the bytes so far end so.</summary>
    /// <param name="end">At most 16 bytes.</param>
    public bool EndsWith(ReadOnlySpan<byte> end) => Length >= end.Length && _tail.AsSpan(TailLength - end.Length).SequenceEqual(end);
}
