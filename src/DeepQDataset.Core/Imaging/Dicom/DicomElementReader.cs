namespace DeepQDataset.Imaging.Dicom;

/// <summary>
/// Reads a data set element by element (PS3.5 section 7), forward only, as an <c>XmlReader</c> reads XML: <see cref="Read"/> moves to the
/// next node, including those in sequences, and the properties describe it. Values are read, streamed or skipped; what was not read is
/// skipped by the next <see cref="Read"/>, and <see cref="Skip"/> skips a whole sequence.
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
/// Does not throw for bad content. Starts and ends always come in pairs (except for skipped nodes, and after a problem), even if delimiters
/// are missing or lengths are wrong. Nesting uses a counter and a small array, not recursion; memory and the number of elements are
/// bounded.
/// </summary>
internal sealed partial class DicomElementReader
{
    /// <summary>The maximum depth of nodes that are read: 32 nested sequences. Deeper nodes can be skipped.</summary>
    public const int MaximumDepth = 64;

    /// <summary>The maximum number of elements of a file: far more than any image has, and few enough to be fast.</summary>
    private const int MaximumElements = 4_000_000;

    /// <summary>The number of bytes of a value to examine for the header of an item, which makes it a sequence.</summary>
    private const int Ahead = DicomElementHeader.MinimumSize;

    private readonly ForwardReader _reader;
    private readonly DicomEncoding _encoding;
    private readonly bool _isInflated;
    private DicomElementHeader _element;
    private long _valueLeft;
    private int _count;

    /// <summary>Indicates whether there was anything but zeros, which read as empty elements with tag (0000,0000).</summary>
    private bool _hasElements;

    /// <summary>Initializes a new instance of the <see cref="DicomElementReader"/> class at the first element.</summary>
    /// <param name="reader">The file, or the unpacked data of its deflated data set.</param>
    /// <param name="encoding">The encoding of the data set.</param>
    /// <param name="isInflated">Indicates whether <paramref name="reader"/> unpacks data, so that its length is only a limit.</param>
    public DicomElementReader(ForwardReader reader, DicomEncoding encoding, bool isInflated = false)
    {
        _reader = reader;
        _encoding = encoding;
        _isInflated = isInflated;
    }

    /// <summary>Gets the kind of the current node.</summary>
    public DicomNodeKind Kind { get; private set; }

    /// <summary>Gets the tag of the element, item or delimiter; for an end without a delimiter, the tag of the last element.</summary>
    public uint Tag => _element.Tag;

    /// <summary>Gets the value representation as written; <see cref="ValueRepresentation.None"/> if there is none.</summary>
    public ushort Vr => _element.Vr;

    /// <summary>Gets the header as written, including a wrong length.</summary>
    public DicomElementHeader Element => _element;

    /// <summary>Gets the value's length in bytes; null if it is undefined.</summary>
    public long? Length => _element.HasUndefinedLength ? null : Kind == DicomNodeKind.Opaque ? _valueLeft : _element.Length;

    /// <summary>
    /// Gets the number of sequences and items that contain the node; a start and its end have the same depth. 0 is the data set itself; at
    /// odd depths are items and fragments, at even depths elements.
    /// </summary>
    public int Depth { get; private set; }

    /// <summary>
    /// Gets the encoding of the node: that of the data set, or implicit little endian inside an element of unknown representation (PS3.5
    /// section 6.2.2).
    /// </summary>
    public DicomEncoding Encoding => _implicitDepth == 0 ? _encoding : DicomEncoding.ImplicitLittleEndian;

    /// <summary>
    /// Gets the position of the next byte to read: after the header of the element and the part of its value that was read.
    /// </summary>
    public long Position => _reader.Position;

    /// <summary>Gets the underlying reader. This object must not be used after the underlying reader has been read.</summary>
    public ForwardReader Source => _reader;

    /// <summary>
    /// Gets a value that indicates whether the data set is being unpacked, so that only reading a value shows whether it is complete.
    /// </summary>
    public bool IsInflated => _isInflated;

    /// <summary>Gets the problem that ended the reading before the end of the data set; null if there was none.</summary>
    public ImageProblem? Problem { get; private set; }

    /// <summary>Moves to the next node, into the sequence, item or encapsulated pixel data that the current node starts.</summary>
    /// <returns>False at the end of the data set, or after a <see cref="Problem"/>.</returns>
    public bool Read()
    {
        if (Problem is not null || Kind == DicomNodeKind.End)
        {
            return false;
        }

        bool isStart = IsStart;
        if (isStart && Depth >= MaximumDepth)
        {
            return Fail("sequences are nested deeper than in any image");
        }

        if (isStart)
        {
            Enter();
        }

        return (isStart || PassValue()) && ReadNode();
    }

    /// <summary>
    /// Skips the current node: the rest of a value, or a sequence, an item or encapsulated pixel data with all nested nodes and without a
    /// node for its end. If the length is known, this is only a seek.
    /// </summary>
    /// <returns>False if it does not end within the file, see <see cref="Problem"/>.</returns>
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
    /// Reads the next bytes of the value. The current node must have a value; it must not be the start of a sequence or an item.
    /// </summary>
    /// <param name="maximum">The maximum number of bytes; at most <see cref="ForwardReader.BufferSize"/>.</param>
    /// <param name="value">The rest of the value, or <paramref name="maximum"/> bytes; valid until the next call of this reader.</param>
    /// <returns>False if the file ends inside the value, see <see cref="Problem"/>.</returns>
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

    /// <summary>Reads the next piece of the value, as much as is available at once, so that values of any length can be streamed.</summary>
    /// <param name="piece">At least one byte, valid until the next call of this reader.</param>
    /// <returns>False at the end of the value, or if the file ends before, see <see cref="Problem"/>.</returns>
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
    /// Checks whether the current value ends within the file by its length. <see cref="Read"/> has checked this for all nodes except pixel
    /// data and the records of a DICOMDIR, which may be truncated after a readable header.
    /// </summary>
    /// <returns>The problem; null if there is none.</returns>
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
