namespace DeepQDataset.Imaging.Dicom;

/// <content>The nodes of a data set.</content>
internal sealed partial class DicomElementReader
{
    /// <summary>Reads the node at the current position, which is not inside a value.</summary>
    private bool ReadNode()
    {
        while (true)
        {
            if (Depth > 0 && _reader.Position >= _end)
            {
                return Leave(0);
            }

            if (_count++ >= MaximumElements)
            {
                return Fail("there are more elements than any image has");
            }

            _reader.TryPeek(DicomElementHeader.MaximumSize + Ahead, out ReadOnlySpan<byte> bytes);
            long left = Math.Min(_end, _reader.Length) - _reader.Position;
            if (_end != long.MaxValue && left < DicomElementHeader.MinimumSize)
            {
                return Resynchronize("");
            }

            if (bytes.Length < DicomElementHeader.MinimumSize)
            {
                return ReadEnd(bytes);
            }

            bool isElement = DicomElementHeader.TryRead(bytes, Encoding, left, out _element);
            if (Encoding.IsExplicit && DicomTag.Group(Tag) != DicomTag.DelimiterGroup && ValueRepresentation.IsBlank(bytes[4..]))
            {
                isElement |= TryReadBlankRepresentation(bytes, left);
                _reader.TryPeek(DicomElementHeader.MaximumSize + Ahead, out bytes);
            }

            if (IsInFragments && DicomTag.Group(Tag) != DicomTag.DelimiterGroup)
            {
                return FailInFragments();
            }

            if (!isElement)
            {
                return bytes.Length < DicomElementHeader.MaximumSize
                    ? Resynchronize("the file ends inside an element's header")
                    : Resynchronize($"the element {DicomTag.Format(Tag)} is invalid");
            }

            _hasElements |= Tag != 0;
            if (DicomTag.Group(Tag) != DicomTag.DelimiterGroup)
            {
                return ReadElement(bytes, left);
            }

            if (!ReadDelimiter(left, out bool isPassedOver) || !isPassedOver)
            {
                return Problem is null;
            }
        }
    }

    private bool ReadElement(ReadOnlySpan<byte> bytes, long left)
    {
        if (IsInSequence)
        {
            return IsAfterSequence()
                ? Leave(0)
                : Resynchronize($"the element {DicomTag.Format(Tag)} stands where a sequence's item should");
        }

        bool isPixelData = DicomTag.IsPixelData(Tag);
        bool mayBeCut = Depth == 0 && (isPixelData || Tag == DicomTag.DirectoryRecordSequence);
        if (!_element.Fits(left) && !mayBeCut)
        {
            return _end == long.MaxValue ? Fail(TooLong(left)) : Resynchronize("");
        }

        Kind = isPixelData ? DicomNodeKind.PixelData : IsSequence(bytes) ? DicomNodeKind.SequenceStart : DicomNodeKind.Element;
        _reader.TrySkip(_element.Size);
        _valueLeft = _element.HasUndefinedLength ? 0 : _element.Length;
        return true;
    }

    /// <summary>Determines whether the delimiter of a sequence is missing: an element with a later tag follows its items.</summary>
    private bool IsAfterSequence() =>
        Depth <= MaximumDepth && _frames![Depth - 1] is { IsOpen: true, HasItems: true } frame && Tag > frame.Tag;

    /// <summary>Determines whether an element is a sequence. If its representation is not written, its first item decides.</summary>
    private bool IsSequence(ReadOnlySpan<byte> bytes)
    {
        if (_element.HasUndefinedLength || Vr == ValueRepresentation.SQ)
        {
            return true;
        }

        int size = _element.Size;
        if (Vr is not (ValueRepresentation.None or ValueRepresentation.UN) || _element.Length < Ahead || bytes.Length < size + Ahead)
        {
            return false;
        }

        DicomEncoding inside = Encoding.IsExplicit ? DicomEncoding.ImplicitLittleEndian : Encoding;
        uint length = inside.ReadUInt32(bytes[(size + 4)..]);
        return DicomElementHeader.ReadTag(bytes[size..], inside) == DicomTag.Item
            && (length == DicomElementHeader.Undefined || length <= _element.Length - Ahead);
    }

    private bool ReadEnd(ReadOnlySpan<byte> rest)
    {
        if (_count == 1)
        {
            return Fail("the file ends before its data set");
        }

        if (IsInFragments && Depth == 1)
        {
            const string Detail = "the file ends before the sequence delimiter of its pixel data";
            return Fail(new ImageProblem(ImageProblemKind.Truncated, Detail, _reader.Position));
        }

        if (rest.ContainsAnyExcept((byte)0))
        {
            return Fail("the file ends inside an element's header");
        }

        if (Depth > 0)
        {
            return Fail("the file ends inside a sequence");
        }

        Kind = DicomNodeKind.End;
        return !_hasElements && Fail("the data set has no element");
    }

    /// <summary>
    /// Creates the problem of a value that ends after the file: if no file could contain it, the length is wrong; otherwise the file is
    /// truncated.
    /// </summary>
    private ImageProblem TooLong(long left)
    {
        string? detail = _isInflated ? "more data than any image's header has would have to be unpacked before pixel data"
            : _element.Length > _reader.Length ? null
            : $"the file ends inside the element {DicomTag.Format(Tag)}";
        return detail is null
            ? Truncated(_element, Math.Max(0, left - _element.Size), _reader.Position)
            : new ImageProblem(ImageProblemKind.Corrupt, detail, _reader.Position);
    }

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

    /// <summary>
    /// Whether the next element, an end or nothing more follows an element of known length, as far as can be looked ahead.
    /// </summary>
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
