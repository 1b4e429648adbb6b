namespace DeepQDataset.Imaging.Dicom.Pixels;

/// <summary>
/// Reads the frames of encapsulated pixel data (PS3.5 section A.4). A frame of RLE has one fragment; others have one or several, of which
/// one or several. A new frame starts where a fragment starts as all frames do, where the data before ended as all do, and where the offset
/// table places one: since the table is often missing or wrong, and a frame may be damaged, none of the three is relied on alone.
/// </summary>
/// <param name="elements">The reader, at the pixel data.</param>
/// <param name="format">The pixel format.</param>
/// <param name="decoder">Decodes a frame, and knows how frames start.</param>
internal sealed class EncapsulatedFrames(DicomElementReader elements, PixelFormat format, IFrameDecoder decoder) : IFrameSource
{
    private const int FirstRoom = 1 << 16;
    private const int MarkerLength = 2;

    /// <summary>The maximum number of entries of the offset table that are kept; frames beyond are found by their data.</summary>
    private const int MaximumTableEntries = 1 << 20;

    private readonly byte[] _start = new byte[MarkerLength];
    private byte[] _data = new byte[FirstRoom];
    private int _length;
    private int _startLength;
    private bool _isAtFragment;
    private HashSet<long>? _table;
    private long _offset;
    private long _nextOffset;

    /// <inheritdoc/>
    public bool CanGoOn => _isAtFragment;

    /// <inheritdoc/>
    public string? Next(FrameSamples samples)
    {
        _length = 0;
        if (!_isAtFragment && !GoToFragment())
        {
            return elements.Problem?.Detail ?? "there are no pixel data for it";
        }

        do
        {
            if (TakeFragment() is string fault)
            {
                _isAtFragment = false;
                return fault;
            }

            // A single frame has all fragments; of several, each has those up to the next start.
            if (!GoToFragment() || (format.Frames > 1 && IsStart()))
            {
                break;
            }
        }
        while (true);

        // A file that is truncated after a complete frame still has that frame.
        return decoder.Decode(_data.AsMemory(0, _length), format, samples);
    }

    /// <summary>Moves to the next fragment with data, and reads its first bytes.</summary>
    private bool GoToFragment()
    {
        _isAtFragment = false;
        while (elements.Read() && elements.Kind == DicomNodeKind.Fragment)
        {
            if (_table is null)
            {
                _table = ReadTable();
                continue;
            }

            _offset = _nextOffset;
            _nextOffset += elements.Element.Size + (long)elements.Element.Length;

            if (!elements.TryTakeValue(MarkerLength, out ReadOnlySpan<byte> start))
            {
                return false;
            }

            if (!start.IsEmpty)
            {
                start.CopyTo(_start);
                _startLength = start.Length;
                _isAtFragment = true;
                return true;
            }
        }

        return false;
    }

    private bool IsStart() => _start.AsSpan(0, _startLength).StartsWith(decoder.FrameStart)
        || _data.AsSpan(0, _length).TrimEnd((byte)0).EndsWith(decoder.FrameEnd)
        || _table!.Contains(_offset);

    /// <summary>Reads the basic offset table: where frames start, from the first fragment on.</summary>
    private HashSet<long> ReadTable()
    {
        HashSet<long> offsets = [];
        while (offsets.Count < Math.Min(format.Frames, MaximumTableEntries)
            && elements.TryTakeValue(sizeof(uint), out ReadOnlySpan<byte> entry)
            && entry.Length == sizeof(uint))
        {
            offsets.Add(elements.Encoding.ReadUInt32(entry));
        }

        return offsets;
    }

    private string? TakeFragment()
    {
        string? fault = Append(_start.AsSpan(0, _startLength));
        while (fault is null && elements.TryReadPiece(out ReadOnlySpan<byte> piece))
        {
            fault = Append(piece);
        }

        return fault ?? elements.Problem?.Detail;
    }

    private string? Append(ReadOnlySpan<byte> bytes)
    {
        if (_length + (long)bytes.Length > PixelFormat.MaximumFrameBytes)
        {
            return FormattableString.Invariant(
                $"its compressed data take more than the {PixelFormat.MaximumFrameBytes} bytes that are converted");
        }

        if (_length + bytes.Length > _data.Length)
        {
            Array.Resize(ref _data, Math.Max(_length + bytes.Length, 2 * _data.Length));
        }

        bytes.CopyTo(_data.AsSpan(_length));
        _length += bytes.Length;
        return null;
    }
}
