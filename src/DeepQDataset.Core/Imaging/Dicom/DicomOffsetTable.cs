namespace DeepQDataset.Imaging.Dicom;

/// <summary>
/// Represents the offsets of the frames of encapsulated pixel data: the basic offset table, which is the first fragment (PS3.5 annex A.4),
/// or the extended one (PS3.3 section C.7.6.3.1.8). Both count from the first fragment after the table. A table that is too long for the
/// buffer is ignored.
/// </summary>
/// <param name="entrySize">The size of an entry in bytes, 4 or 8.</param>
internal sealed class DicomOffsetTable(int entrySize)
{
    private const int MaximumLength = ForwardReader.BufferSize;

    private byte[] _bytes = [];
    private int _length;
    private int _next;
    private DicomEncoding _encoding;

    /// <summary>Removes the table.</summary>
    public void Clear() => _length = 0;

    /// <summary>Reads the table.</summary>
    /// <param name="elements">The reader, at the fragment or element with the table.</param>
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

    /// <summary>Compares the table with the next fragment in order.</summary>
    /// <param name="offset">The start of the fragment, counted from the first one; after the last one, the end of the fragments.</param>
    /// <param name="isEnd">Indicates whether this is the end of the fragments.</param>
    /// <returns>An entry that is not the start of a fragment; null if there is none before this one.</returns>
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
