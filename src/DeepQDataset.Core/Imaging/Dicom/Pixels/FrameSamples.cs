using System.Runtime.InteropServices;

namespace DeepQDataset.Imaging.Dicom.Pixels;

/// <summary>
/// Represents the decoded samples of one frame, in the byte order of the machine. One instance can be reused for several frames.
/// </summary>
internal sealed class FrameSamples
{
    private byte[] _bytes = [];

    /// <summary>Gets the number of bytes of a sample: 1, 2 or 4.</summary>
    public int SampleBytes { get; private set; } = 1;

    /// <summary>Gets a value that indicates whether samples are stored in planes instead of interleaved by pixel.</summary>
    public bool IsPlanar { get; private set; }

    /// <summary>Gets a value that indicates whether two luminances share a pair of chrominances (Y, Y, Cb, Cr).</summary>
    public bool IsSubsampled { get; private set; }

    /// <summary>
    /// Whether three samples are luminance and chrominances (true) or red, green and blue (false), where the frame's own data say so; null
    /// where the file's header decides.
    /// </summary>
    public bool? IsLuminance { get; set; }

    /// <summary>Gets the number of bytes.</summary>
    public int Length { get; private set; }

    /// <summary>Gets the samples' bytes.</summary>
    public Span<byte> Bytes => _bytes.AsSpan(0, Length);

    /// <summary>Gets the samples as 16-bit values.</summary>
    public Span<ushort> Words => MemoryMarshal.Cast<byte, ushort>(Bytes);

    /// <summary>Gets the samples as 32-bit values.</summary>
    public Span<uint> Longs => MemoryMarshal.Cast<byte, uint>(Bytes);

    /// <summary>Reserves space for bytes that arrive piece by piece.</summary>
    /// <param name="length">The total number of bytes.</param>
    /// <param name="kept">The number of existing bytes to keep.</param>
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

    /// <summary>Reserves space and sets the layout of the samples. Existing bytes are kept if the space suffices.</summary>
    /// <param name="length">The number of bytes, for which the data must already exist.</param>
    /// <param name="sampleBytes">The number of bytes of a sample.</param>
    /// <param name="isPlanar">Indicates whether samples are stored in planes.</param>
    /// <param name="isSubsampled">Indicates whether two pixels share their chrominance.</param>
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
        IsLuminance = null;
        return Bytes;
    }
}
