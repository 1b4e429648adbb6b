namespace DeepQDataset.Imaging.Dicom;

/// <content>Elements whose value representation was left blank.</content>
internal sealed partial class DicomElementReader
{
    /// <summary>
    /// Reads an element that has blanks or nulls where its value representation should be. Its length may be written in 16 bits, or in 32
    /// bits behind two reserved bytes; that form is taken behind which an element follows. Where none does, the element is read as if it
    /// had been copied from an implicit data set.
    /// </summary>
    /// <param name="bytes">The next bytes, at least <see cref="DicomElementHeader.MinimumSize"/>.</param>
    /// <param name="left">How many bytes there may be from the element on.</param>
    /// <returns>Whether one of the two forms was taken.</returns>
    private bool TryReadBlankRepresentation(ReadOnlySpan<byte> bytes, long left)
    {
        uint tag = DicomElementHeader.ReadTag(bytes, Encoding);
        ushort shortLength = Encoding.ReadUInt16(bytes[6..]);
        DicomElementHeader withShort = new(tag, ValueRepresentation.None, shortLength, DicomElementHeader.MinimumSize);
        DicomElementHeader? withLong = shortLength == 0 && bytes.Length >= DicomElementHeader.MaximumSize
            ? new(tag, ValueRepresentation.None, Encoding.ReadUInt32(bytes[8..]), DicomElementHeader.MaximumSize)
            : null;
        bool isPixelData = DicomTag.IsPixelData(tag);
        if (isPixelData && withLong is { } pixels && (pixels.HasUndefinedLength || pixels.Fits(left)))
        {
            _element = pixels;
            return true;
        }

        if (IsFollowed(withShort, left))
        {
            _element = withShort;
            return true;
        }

        if (withLong is { } other && (other.HasUndefinedLength || IsFollowed(other, left)))
        {
            _element = other;
            return true;
        }

        return false;
    }

    /// <summary>Whether the next element, an end or nothing more follows an element of known length, as far as can be looked ahead.</summary>
    private bool IsFollowed(DicomElementHeader element, long left)
    {
        long end = element.Size + (long)element.Length;
        return end == left
            || (end + DicomElementHeader.MinimumSize <= Math.Min(left, ForwardReader.BufferSize) && IsElementAt((int)end, element.Tag));
    }

    /// <summary>Whether what looks like an element of a later tag, or the end of what is open, stands some bytes further on.</summary>
    /// <param name="offset">How many bytes further on.</param>
    /// <param name="after">The tag that it must come after.</param>
    private bool IsElementAt(int offset, uint after)
    {
        if (!_reader.TryPeek(offset + DicomElementHeader.MinimumSize, out ReadOnlySpan<byte> bytes))
        {
            return false;
        }

        ReadOnlySpan<byte> next = bytes[offset..];
        uint tag = DicomElementHeader.ReadTag(next, Encoding);
        if (DicomTag.Group(tag) == DicomTag.DelimiterGroup)
        {
            return Depth > 0 && tag is DicomTag.Item or DicomTag.ItemDelimitation or DicomTag.SequenceDelimitation;
        }

        bool hasRepresentation = ValueRepresentation.IsWellFormed(ValueRepresentation.Read(next[4..]));
        bool isBlankSibling = ValueRepresentation.IsBlank(next[4..]) && DicomTag.Group(tag) == DicomTag.Group(after);
        return tag > after && (Encoding.IsExplicit ? hasRepresentation || isBlankSibling : Fits(next, offset));
    }

    private bool Fits(ReadOnlySpan<byte> header, int offset)
    {
        uint length = Encoding.ReadUInt32(header[4..]);
        long left = Math.Min(_end, _reader.Length) - _reader.Position - offset - DicomElementHeader.MinimumSize;
        return length == DicomElementHeader.Undefined || length <= left;
    }
}
