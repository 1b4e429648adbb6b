namespace DeepQDataset.Imaging.Dicom;

/// <content>The start and end of sequences, items and encapsulated pixel data.</content>
internal sealed partial class DicomElementReader
{
    /// <summary>
    /// The maximum length of an item whose end is checked: another item or a delimiter must follow, since item lengths are wrong in some
    /// files. Longer items would need more lookahead, so their lengths are trusted.
    /// </summary>
    private const int MaximumCheckedItem = 4096;

    /// <summary>The open nodes, outermost first; the index is the depth less one. Nodes beyond the capacity are only counted.</summary>
    private Frame[]? _frames;

    /// <summary>The end of the innermost node with a known length. No node ends after those that contain it.</summary>
    private long _end = long.MaxValue;

    /// <summary>The depth from which on all nodes are implicit little endian; 0 if none is.</summary>
    private int _implicitDepth;

    /// <summary>The depth of the current fragments; 0 if there are none.</summary>
    private int _fragmentsDepth;

    /// <summary>Indicates whether the length of the current item matches what follows it.</summary>
    private bool _isItemTrusted;

    private bool IsStart => Kind is DicomNodeKind.SequenceStart or DicomNodeKind.ItemStart
        || (Kind == DicomNodeKind.PixelData && _element.HasUndefinedLength);

    private bool HasTrustedLength => !_element.HasUndefinedLength && (Kind != DicomNodeKind.ItemStart || _isItemTrusted);

    private bool IsInFragments => Depth > 0 && Depth == _fragmentsDepth;

    private bool IsInSequence => Depth % 2 != 0;

    /// <summary>Enters the node that starts here.</summary>
    private void Enter()
    {
        bool hasEnd = HasTrustedLength;
        bool isUnknown = Kind == DicomNodeKind.SequenceStart
            && (Vr == ValueRepresentation.UN || (Vr == ValueRepresentation.None && Encoding.IsExplicit));
        Depth++;
        _valueLeft = 0;
        if (isUnknown && _implicitDepth == 0)
        {
            _implicitDepth = Depth;
        }

        if (Kind == DicomNodeKind.PixelData)
        {
            _fragmentsDepth = Depth;
        }

        if (Depth <= MaximumDepth)
        {
            _frames ??= new Frame[8];
            if (Depth > _frames.Length)
            {
                Array.Resize(ref _frames, MaximumDepth);
            }

            _end = hasEnd ? Math.Min(_end, _reader.Position + _element.Length) : _end;
            _frames[Depth - 1] = new Frame(_end, Tag, IsOpen: !hasEnd);
        }

        Kind = DicomNodeKind.None;
    }

    /// <summary>Leaves the innermost sequence or item.</summary>
    private bool Leave(int size)
    {
        Kind = IsInFragments ? DicomNodeKind.FragmentsEnd : IsInSequence ? DicomNodeKind.SequenceEnd : DicomNodeKind.ItemEnd;
        _fragmentsDepth = Kind == DicomNodeKind.FragmentsEnd ? 0 : _fragmentsDepth;
        Depth--;
        if (Depth < _implicitDepth)
        {
            _implicitDepth = 0;
        }

        if (Depth < MaximumDepth)
        {
            _end = Depth == 0 ? long.MaxValue : _frames![Depth - 1].End;
        }

        _reader.TrySkip(size);
        return true;
    }

    /// <summary>Reads the header of an item or a delimiter.</summary>
    /// <param name="left">The maximum number of bytes from its start.</param>
    /// <param name="isPassedOver">True if it neither starts nor ends a node.</param>
    private bool ReadDelimiter(long left, out bool isPassedOver)
    {
        isPassedOver = false;
        switch (Tag)
        {
            case DicomTag.Item when Depth == 0:
                return Fail("a sequence's item stands outside a sequence");
            case DicomTag.Item when IsInFragments:
                return ReadFragment(left);
            case DicomTag.Item when IsInSequence:
                return ReadItem(left);
            case DicomTag.Item:
            case DicomTag.SequenceDelimitation when Depth > 0 && !IsInSequence:
                return Leave(0); // the end of the item is missing
            case DicomTag.ItemDelimitation when Depth > 0 && !IsInSequence:
            case DicomTag.SequenceDelimitation when Depth > 0:
                return Leave(_element.Size);
            default:
                isPassedOver = true;
                return _reader.TrySkip(_element.Size);
        }
    }

    private bool ReadItem(long left)
    {
        Kind = DicomNodeKind.ItemStart;
        _isItemTrusted = !_element.HasUndefinedLength && _element.Fits(left) && IsItemFollowed(left);
        _reader.TrySkip(_element.Size);
        _valueLeft = _isItemTrusted ? _element.Length : 0;
        if (Depth <= MaximumDepth)
        {
            _frames![Depth - 1].HasItems = true;
        }

        return true;
    }

    private bool IsItemFollowed(long left)
    {
        long size = _element.Size + (long)_element.Length;
        bool endsSequence = _end != long.MaxValue && size == left;
        if (endsSequence || _element.Length > MaximumCheckedItem)
        {
            return true;
        }

        // Behind the last item, some writers leave the sequence's delimiter out: then an element of a later tag than the sequence's
        // follows.
        return Depth <= MaximumDepth && IsElementAt((int)size, _frames![Depth - 1].Tag);
    }

    private bool ReadFragment(long left)
    {
        if (_element.HasUndefinedLength)
        {
            return FailInFragments();
        }

        if (!_element.Fits(left))
        {
            long there = Math.Max(0, left - _element.Size);
            string detail = FormattableString.Invariant(
                $"a fragment of the pixel data is {_element.Length} bytes long, and the file has {there} of them");
            return Fail(new ImageProblem(ImageProblemKind.Truncated, detail, _reader.Position));
        }

        Kind = DicomNodeKind.Fragment;
        _reader.TrySkip(_element.Size);
        _valueLeft = _element.Length;
        return true;
    }

    private bool FailInFragments()
    {
        string detail = $"{DicomTag.Format(Tag)} stands where a fragment of the pixel data should";
        return Depth == 1 ? Fail(new ImageProblem(ImageProblemKind.Damaged, detail, _reader.Position)) : Resynchronize(detail);
    }

    /// <summary>Skips data that cannot be read as elements up to the next known end; if there is none, reading stops.</summary>
    private bool Resynchronize(string detail)
    {
        if (_end == long.MaxValue)
        {
            return Fail(detail);
        }

        Kind = DicomNodeKind.Opaque;
        _valueLeft = _end - _reader.Position;
        return true;
    }

    /// <summary>Represents an open sequence, item or encapsulated pixel data.</summary>
    /// <param name="End">The last possible end.</param>
    /// <param name="Tag">Its tag.</param>
    /// <param name="IsOpen">Indicates whether a delimiter ends it.</param>
    private record struct Frame(long End, uint Tag, bool IsOpen)
    {
        /// <summary>Gets or sets a value that indicates whether the sequence has an item.</summary>
        public bool HasItems { get; set; }
    }
}
