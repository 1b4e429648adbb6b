namespace DeepQDataset.Imaging.Dicom;

/// <summary>
/// Reads a data set element by element (PS3.5 section 7), forward only, as an <c>XmlReader</c> reads XML: <see cref="Read"/> goes to the next
/// node, into sequences, too, and the properties describe it. Values are taken, streamed or passed over; what was not taken is
/// passed over by the next <see cref="Read"/>, and <see cref="Skip"/> passes over a whole sequence.
/// <code>
/// while (elements.Read())
/// {
///     switch (elements.Kind)
///     {
///         case DicomNodeKind.SequenceStart when isNotWanted: elements.Skip(); break;
///         case DicomNodeKind.Element when elements.TryTakeValue(64, out ReadOnlySpan&lt;byte&gt; value): … break;
///     }
/// }
///
/// if (elements.Problem is { } problem) …
/// </code>
/// Never throws for bad content. Starts and ends always come in pairs (but for what was skipped, and where a problem ends the reading),
/// whether delimiters are missing or lengths are wrong. Nesting is a number and a small array, not recursion; memory and the number of
/// elements are bounded.
/// </summary>
internal sealed partial class DicomElementReader
{
    /// <summary>How deep nodes may lie that are read one by one: 32 sequences in each other. What lies deeper can be skipped.</summary>
    public const int MaximumDepth = 64;

    /// <summary>The maximum number of elements of a file: far more than any image has, few enough to be read in a moment.</summary>
    private const int MaximumElements = 4_000_000;

    /// <summary>The number of bytes of a value are looked at to see whether it is a sequence: an item's header.</summary>
    private const int Ahead = DicomElementHeader.MinimumSize;

    private readonly ForwardReader _reader;
    private readonly DicomEncoding _encoding;
    private readonly bool _isInflated;
    private DicomElementHeader _element;
    private long _valueLeft;
    private int _count;

    /// <summary>Whether there was more than zeros, which read as empty elements of tag (0000,0000).</summary>
    private bool _hasElements;

    /// <summary>Starts at the reader's position, which is that of the first element.</summary>
    /// <param name="reader">The file, or what its deflated data set unpacks to.</param>
    /// <param name="encoding">How the data set is written.</param>
    /// <param name="isInflated">Indicates whether <paramref name="reader"/> unpacks, so that its length is a limit and no promise.</param>
    public DicomElementReader(ForwardReader reader, DicomEncoding encoding, bool isInflated = false)
    {
        _reader = reader;
        _encoding = encoding;
        _isInflated = isInflated;
    }

    /// <summary>What this node is.</summary>
    public DicomNodeKind Kind { get; private set; }

    /// <summary>
    /// Gets the element's tag; that of the item or delimiter for these, and of the data set's last element for an end that is not written.
    /// </summary>
    public uint Tag => _element.Tag;

    /// <summary>Gets the value representation as written; <see cref="ValueRepresentation.None"/> where none is.</summary>
    public ushort Vr => _element.Vr;

    /// <summary>Gets the header as it is written, the length included, true or not.</summary>
    public DicomElementHeader Element => _element;

    /// <summary>Gets the value's length in bytes; null if it is undefined.</summary>
    public long? Length => _element.HasUndefinedLength ? null : Kind == DicomNodeKind.Opaque ? _valueLeft : _element.Length;

    /// <summary>
    /// In how many sequences and items this node lies; a start and its end lie equally deep. 0 is the data set itself, odd is
    /// an item, or a fragment, in its sequence, even an element in an item.
    /// </summary>
    public int Depth { get; private set; }

    /// <summary>
    /// How this node is written: as the data set is, but implicit little endian inside an element of unknown representation (PS3.5 section
    /// 6.2.2).
    /// </summary>
    public DicomEncoding Encoding => _implicitDepth == 0 ? _encoding : DicomEncoding.ImplicitLittleEndian;

    /// <summary>
    /// Gets the position of the next byte that will be read: behind the element's header, and behind what was taken of its value.
    /// </summary>
    public long Position => _reader.Position;

    /// <summary>
    /// Gets the bytes themselves, for what goes its own way from here on: this reader is not to be used any more after that.
    /// </summary>
    public ForwardReader Source => _reader;

    /// <summary>
    /// Gets a value that indicates whether the data set is being unpacked: then only reading a value shows whether it is all there.
    /// </summary>
    public bool IsInflated => _isInflated;

    /// <summary>What ended the reading before the data set's end; null if nothing did.</summary>
    public ImageProblem? Problem { get; private set; }

    /// <summary>Goes to the next node, into the sequence or item or the encapsulated pixel data that this one starts.</summary>
    /// <returns>False at the data set's end, and where <see cref="Problem"/> says why reading ends before.</returns>
    public bool Read()
    {
        if (Problem is not null || Kind == DicomNodeKind.End)
        {
            return false;
        }

        bool isStart = IsStart;
        if (isStart && Depth >= MaximumDepth)
        {
            return Fail("sequences lie in each other deeper than in any image");
        }

        if (isStart)
        {
            Enter();
        }

        return (isStart || PassValue()) && ReadNode();
    }

    /// <summary>
    /// Passes over the current node: over what is left of a value, or a sequence, an item or encapsulated pixel data with all that is in
    /// it, however deep, without a node for its end. Of known length that is no more than a seek.
    /// </summary>
    /// <returns>False where <see cref="Problem"/> says that it does not end within the file.</returns>
    public bool Skip()
    {
        if (Problem is not null)
        {
            return false;
        }

        if (IsStart && !HasTrustedLength)
        {
            int depth = Depth;
            Enter();
            while (Depth > depth)
            {
                if (!ReadNode())
                {
                    return false;
                }

                if (IsStart && !HasTrustedLength)
                {
                    Enter();
                }
                else if (!PassValue())
                {
                    return false;
                }
            }
        }

        if (!PassValue())
        {
            return false;
        }

        Kind = Kind == DicomNodeKind.End ? DicomNodeKind.End : DicomNodeKind.None;
        return true;
    }

    /// <summary>
    /// Takes the value's next bytes, all or the first of them. To be used on a node with a value: no start of a sequence or an item.
    /// </summary>
    /// <param name="maximum">The most to take; at most <see cref="ForwardReader.BufferSize"/>.</param>
    /// <param name="value">As many bytes as the value has left, or <paramref name="maximum"/>; valid until this reader is used
    /// again.</param>
    /// <returns>False where <see cref="Problem"/> says that the file ends inside the value.</returns>
    public bool TryTakeValue(int maximum, out ReadOnlySpan<byte> value)
    {
        value = default;
        if (Problem is not null)
        {
            return false;
        }

        int count = (int)Math.Min(_valueLeft, maximum);
        if (!_reader.TryRead(count, out value))
        {
            return FailInValue();
        }

        _valueLeft -= count;
        return true;
    }

    /// <summary>Takes a piece of the value, as large as comes cheaply, so that values of any length can be streamed.</summary>
    /// <param name="piece">At least one byte, valid until this reader is used again.</param>
    /// <returns>False at the value's end, and where <see cref="Problem"/> says that the file ends before.</returns>
    public bool TryReadPiece(out ReadOnlySpan<byte> piece)
    {
        piece = default;
        if (_valueLeft == 0 || Problem is not null)
        {
            return false;
        }

        if (!_reader.TryPeekSome(out ReadOnlySpan<byte> bytes))
        {
            return FailInValue();
        }

        piece = bytes[..(int)Math.Min(_valueLeft, bytes.Length)];
        _reader.TrySkip(piece.Length);
        _valueLeft -= piece.Length;
        return true;
    }

    /// <summary>
    /// Looks whether the current value ends within the file, as far as its length tells. <see cref="Read"/> has done so for all
    /// but pixel data and a DICOMDIR's records, which may be cut off behind a header that can be read.
    /// </summary>
    /// <returns>What is wrong; null if nothing.</returns>
    public ImageProblem? CheckLength()
    {
        long there = Math.Max(0, _reader.Length - _reader.Position);
        return _element.HasUndefinedLength || _valueLeft <= there ? null : Truncated(_element, there, _reader.Position - _element.Size);
    }

    private bool PassValue()
    {
        long left = _valueLeft;
        _valueLeft = 0;
        return left == 0 || _reader.TrySkip(left) || FailInValue();
    }

    private bool FailInValue() => Kind is DicomNodeKind.PixelData or DicomNodeKind.Fragment
        ? Fail(new ImageProblem(ImageProblemKind.Truncated, "the file ends inside its pixel data", _reader.Position))
        : Fail($"the file ends inside the element {DicomTag.Format(Tag)}");

    private bool Fail(string detail) => Fail(new ImageProblem(ImageProblemKind.Corrupt, detail, _reader.Position));

    private bool Fail(ImageProblem problem)
    {
        Problem ??= problem;
        return false;
    }

    private static ImageProblem Truncated(DicomElementHeader element, long there, long position)
    {
        string detail = FormattableString.Invariant(
            $"the element {DicomTag.Format(element.Tag)} is {element.Length} bytes long, and the file has {there} of them");
        return new ImageProblem(ImageProblemKind.Truncated, detail, position);
    }
}
