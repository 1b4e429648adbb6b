namespace DeepQDataset.Imaging.Dicom.Pixels;

/// <summary>Reads the frames of native pixel data (PS3.5 section 8.1).</summary>
/// <param name="elements">The reader, at the pixel data.</param>
/// <param name="format">The pixel format.</param>
/// <param name="isBigEndian">Whether the most significant byte of a sample comes first.</param>
internal sealed class NativeFrames(DicomElementReader elements, PixelFormat format, bool isBigEndian) : IFrameSource
{
    /// <summary>The initial allocation in bytes, before any data has been read. It doubles each time it is filled.</summary>
    private const int FirstRoom = 1 << 20;

    private readonly bool _isSwapped = elements.Encoding.IsBigEndian && format.BitsAllocated <= 8 && elements.Vr == ValueRepresentation.OW;
    private byte[] _bits = [];
    private long _bitsRead;
    private byte _sharedByte;

    /// <inheritdoc/>
    public bool CanGoOn => false;

    /// <inheritdoc/>
    public string? Next(FrameSamples samples)
    {
        if (format.Photometric == PhotometricKind.YbrFull422 && format.Columns % 2 != 0)
        {
            return "its rows of an odd number of pixels cannot share chrominances by two";
        }

        bool isWholeWords = format.NativeFrameBits % 16 == 0 || format.Frames == 1;
        if (_isSwapped && (format.BitsAllocated == 1 || !isWholeWords))
        {
            return "its bytes were written as words of big endian and do not make up whole words, which is not converted";
        }

        return format.BitsAllocated == 1 ? NextBits(samples) : NextSamples(samples);
    }

    private string? NextSamples(FrameSamples samples)
    {
        int length = (int)(format.NativeFrameBits / 8);
        int due = _isSwapped ? length + (length % 2) : length;
        int read = 0;
        while (read < due)
        {
            Span<byte> room = samples.Reserve(Math.Min(due, Math.Max(FirstRoom, 2 * read)), read)[read..];
            int taken = Take(room);
            if (taken < room.Length)
            {
                return EndsEarly(read + taken, due);
            }

            read += taken;
        }

        bool isSubsampled = format.Photometric == PhotometricKind.YbrFull422;
        if (_isSwapped)
        {
            NativeDecoder.SwapWords(samples.Reserve(due, due));
        }

        samples.Prepare(length, format.SampleBytes, format.IsPlanar && format.IsColor && !isSubsampled, isSubsampled);
        NativeDecoder.Order(samples, isBigEndian);

        return null;
    }

    private string? NextBits(FrameSamples samples)
    {
        int firstBit = (int)(_bitsRead % 8);
        int length = (int)((firstBit + format.NativeFrameBits + 7) / 8);
        if (_bits.Length < length)
        {
            _bits = new byte[length];
        }

        int kept = firstBit == 0 ? 0 : 1;
        _bits[0] = _sharedByte;
        int taken = Take(_bits.AsSpan(kept, length - kept));
        if (taken < length - kept)
        {
            return EndsEarly(taken, length - kept);
        }

        _sharedByte = _bits[length - 1];
        _bitsRead += format.NativeFrameBits;
        NativeDecoder.UnpackBits(_bits.AsSpan(0, length), firstBit, format, samples);
        return null;
    }

    private int Take(Span<byte> room)
    {
        int taken = 0;
        while (taken < room.Length
            && elements.TryTakeValue(Math.Min(ForwardReader.BufferSize, room.Length - taken), out ReadOnlySpan<byte> bytes)
            && !bytes.IsEmpty)
        {
            bytes.CopyTo(room[taken..]);
            taken += bytes.Length;
        }

        return taken;
    }

    private string EndsEarly(int there, int due) =>
        elements.Problem?.Detail ?? FormattableString.Invariant($"its pixel data end after {there} of {due} bytes");
}
