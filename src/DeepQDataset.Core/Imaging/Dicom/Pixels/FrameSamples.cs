using System.Runtime.InteropServices;

namespace DeepQDataset.Imaging.Dicom.Pixels;

/// <summary>Represents the decoded samples of one frame, in this machine's byte order. It is used for one frame after the other.</summary>
internal sealed class FrameSamples
{
    private byte[] _bytes = [];

    /// <summary>Bytes of a sample: 1, 2 or 4.</summary>
    public int SampleBytes { get; private set; } = 1;

    /// <summary>Gets a value that indicates whether the samples of a kind are together, instead of those of a pixel.</summary>
    public bool IsPlanar { get; private set; }

    /// <summary>Gets a value that indicates whether there are two luminances for each pair of chrominances (Y, Y, Cb, Cr).</summary>
    public bool IsSubsampled { get; private set; }

    /// <summary>Gets the number of bytes.</summary>
    public int Length { get; private set; }

    /// <summary>Gets the samples' bytes.</summary>
    public Span<byte> Bytes => _bytes.AsSpan(0, Length);

    /// <summary>Gets the samples, where they have two bytes.</summary>
    public Span<ushort> Words => MemoryMarshal.Cast<byte, ushort>(Bytes);

    /// <summary>Gets the samples, where they have four bytes.</summary>
    public Span<uint> Longs => MemoryMarshal.Cast<byte, uint>(Bytes);

    /// <summary>Makes room for bytes that come piece by piece.</summary>
    /// <param name="length">The number of bytes that there shall be room for.</param>
    /// <param name="kept">The number of bytes that are there already and stay.</param>
    public Span<byte> Reserve(int length, int kept)
    {
        if (_bytes.Length < length)
        {
            byte[] larger = new byte[length];
            _bytes.AsSpan(0, kept).CopyTo(larger);
            _bytes = larger;
        }

        return _bytes.AsSpan(0, length);
    }

    /// <summary>Makes room, and says what is in it. What was there stays where the room suffices.</summary>
    /// <param name="length">The number of bytes, known to be needed: what fills them is there.</param>
    /// <param name="sampleBytes">Bytes of a sample.</param>
    /// <param name="isPlanar">Indicates whether the samples of a kind are together.</param>
    /// <param name="isSubsampled">Indicates whether two pixels share their chrominances.</param>
    public Span<byte> Prepare(int length, int sampleBytes, bool isPlanar, bool isSubsampled = false)
    {
        if (_bytes.Length < length)
        {
            _bytes = new byte[length];
        }

        Length = length;
        SampleBytes = sampleBytes;
        IsPlanar = isPlanar;
        IsSubsampled = isSubsampled;
        return Bytes;
    }
}
