namespace DeepQDataset.Imaging.Dicom;

/// <summary>
/// Where each frame of encapsulated pixel data starts: the basic offset table, the first fragment (PS3.5 annex A.4), or the extended one
/// (PS3.3 section C.7.6.3.1.8). Both count from the first fragment behind the table. A table too long for the buffer is not looked at.
/// </summary>
/// <param name="entrySize">4 bytes an entry, or 8.</param>
internal sealed class DicomOffsetTable(int entrySize)
{
    private const int MaximumLength = ForwardReader.BufferSize;

    private byte[] _bytes = [];
    private int _length;
    private int _next;
    private DicomEncoding _encoding;

    /// <summary>Forgets what was taken.</summary>
    public void Clear() => _length = 0;

    /// <summary>Takes the table.</summary>
    /// <param name="elements">At the fragment or element that holds it.</param>
    public void Take(DicomElementReader elements)
    {
        long length = elements.Length ?? 0;
        Clear();
        bool isTable = length > 0 && length <= MaximumLength && length % entrySize == 0;
        if (!isTable || !elements.TryTakeValue((int)length, out ReadOnlySpan<byte> value))
        {
            return;
        }

        if (_bytes.Length < value.Length)
        {
            _bytes = new byte[Math.Max(value.Length, 2 * _bytes.Length)];
        }

        value.CopyTo(_bytes);
        _length = value.Length;
        _encoding = elements.Encoding;
        _next = 0;
    }

    /// <summary>Compares the table with a fragment; they come in their order.</summary>
    /// <param name="offset">Where the fragment starts, counted from the first; behind the last one, where the fragments end.</param>
    /// <param name="isEnd">Indicates whether the fragments end here.</param>
    /// <returns>An entry that leads to no fragment's start; null if there is none before this one.</returns>
    public long? Compare(long offset, bool isEnd = false)
    {
        while (_next < _length)
        {
            long entry = Entry();
            if (entry < 0 || entry < offset || isEnd)
            {
                _length = 0;
                return entry;
            }

            if (entry > offset)
            {
                break;
            }

            _next += entrySize;
        }

        return null;
    }

    private long Entry()
    {
        ReadOnlySpan<byte> entry = _bytes.AsSpan(_next);
        if (entrySize == sizeof(uint))
        {
            return _encoding.ReadUInt32(entry);
        }

        long first = _encoding.ReadUInt32(entry);
        long second = _encoding.ReadUInt32(entry[sizeof(uint)..]);
        return _encoding.IsBigEndian ? (first << 32) | second : (second << 32) | first;
    }
}
