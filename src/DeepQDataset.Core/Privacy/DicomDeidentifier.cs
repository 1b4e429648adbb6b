using DeepQDataset.Imaging;
using DeepQDataset.Imaging.Dicom;

namespace DeepQDataset.Privacy;

/// <summary>
/// Copies and de-identifies a data set element by element, in its own encoding. What is kept keeps its bytes, including pixel data;
/// sequences get delimiters instead of lengths. One instance can be reused. Not safe for use by several threads.
/// </summary>
/// <param name="options">The options of the de-identification.</param>
internal sealed partial class DicomDeidentifier(ProtectionOptions options)
{
    /// <summary>The maximum length in bytes of a value whose UIDs or dates are replaced, which is enough for thousands of them.</summary>
    private const int LongestReplaced = ForwardReader.BufferSize;

    private readonly ProtectionPolicy _policy = new(options);
    private readonly KeyedReplacements _replacements = new(options.Key);
    private readonly DeidentificationMark _mark = new(options);

    /// <summary>The encoding of the items in the sequence at each depth.</summary>
    private readonly DicomEncoding[] _inside = new DicomEncoding[DicomElementReader.MaximumDepth + 1];

    private DicomElementReader _elements = null!;
    private DicomElementWriter _writer = null!;
    private CancellationToken _cancellation;
    private ProtectionCounts _counts;
    private int _shiftDays;

    /// <summary>The depth of the sequence whose values are all replaced; -1 outside of one.</summary>
    private int _dummyDepth;

    /// <summary>Copies a data set. Exceptions are those of the destination.</summary>
    /// <param name="file">The open file.</param>
    /// <param name="subject">The result of the first reading.</param>
    /// <param name="destination">Receives the data set.</param>
    /// <param name="cancellation">The token to monitor for cancellation requests.</param>
    /// <returns>
    /// The number of changes. The copy is invalid if <see cref="DicomFile.FinalProblem"/> is set afterwards, since the file could not be
    /// read completely.
    /// </returns>
    public ProtectionCounts Copy(DicomFile file, ProtectionSubject subject, Stream destination, CancellationToken cancellation)
    {
        _elements = file.Elements!;
        _writer = new DicomElementWriter(destination);
        _cancellation = cancellation;
        _counts = default;
        _shiftDays = options.ShiftDates ? _replacements.ShiftDays(subject.Patient) : 0;
        _dummyDepth = -1;
        _mark.Reset();
        while (_elements.Read())
        {
            CopyNode(file.Encoding);
        }

        _mark.WriteUpTo(uint.MaxValue, _writer, file.Encoding);
        return _counts;
    }

    private void CopyNode(DicomEncoding topLevel)
    {
        if (_elements.Depth == 0 && _elements.Kind is DicomNodeKind.Element or DicomNodeKind.SequenceStart or DicomNodeKind.PixelData)
        {
            _mark.WriteUpTo(_elements.Tag, _writer, topLevel);
        }

        switch (_elements.Kind)
        {
            case DicomNodeKind.Element or DicomNodeKind.SequenceStart or DicomNodeKind.PixelData:
                CopyElement();
                break;
            case DicomNodeKind.ItemStart:
                _writer.StartItem(_inside[_elements.Depth - 1]);
                break;
            case DicomNodeKind.ItemEnd:
                _writer.EndItem(_inside[_elements.Depth - 1]);
                break;
            case DicomNodeKind.SequenceEnd:
                _writer.EndSequence(_inside[_elements.Depth]);
                _dummyDepth = _elements.Depth == _dummyDepth ? -1 : _dummyDepth;
                break;
            case DicomNodeKind.Fragment:
                // Fragments keep their exact lengths, which offset tables rely on.
                _writer.WriteHeader(DicomTag.Item, ValueRepresentation.None, _elements.Element.Length, _elements.Encoding);
                CopyValue();
                break;
            case DicomNodeKind.FragmentsEnd:
                _writer.EndSequence(_elements.Encoding);
                break;
            case DicomNodeKind.Opaque:
                _counts.Unreadable++;
                _elements.Skip();
                break;
        }
    }

    private void CopyElement()
    {
        uint tag = _elements.Tag;
        AttributeTreatment treatment = _policy.Decide(tag, _elements.Vr, _elements.Depth == 0, _dummyDepth >= 0, out ushort vr);
        if (treatment is AttributeTreatment.Drop or AttributeTreatment.Remove)
        {
            Leave(treatment, tag);
        }
        else if (_elements.Kind == DicomNodeKind.SequenceStart)
        {
            StartSequence(treatment, tag);
        }
        else if (_elements.Kind == DicomNodeKind.PixelData && _elements.Length is null)
        {
            _writer.StartSequence(tag, _elements.Vr, _elements.Encoding);
        }
        else if (_elements.Length == 0)
        {
            WriteEmpty(tag);
        }
        else
        {
            CopyWithValue(treatment, tag, vr);
        }
    }

    private void Leave(AttributeTreatment treatment, uint tag)
    {
        if (treatment == AttributeTreatment.Remove && DicomTag.IsPrivate(tag))
        {
            _counts.PrivateRemoved++;
        }
        else if (treatment == AttributeTreatment.Remove)
        {
            _counts.Removed++;
        }

        _elements.Skip();
    }

    private void StartSequence(AttributeTreatment treatment, uint tag)
    {
        ushort vr = _elements.Vr;
        DicomEncoding encoding = _elements.Encoding;
        if (treatment == AttributeTreatment.Empty)
        {
            _counts.Emptied += _elements.Length == 0 ? 0 : 1;
            _elements.Skip();
            _writer.Write(tag, vr, [], encoding);
            return;
        }

        if (treatment == AttributeTreatment.Dummy && _dummyDepth < 0)
        {
            _dummyDepth = _elements.Depth;
        }

        // An element of unknown representation contains implicit little endian (PS3.5 section 6.2.2).
        bool isUnknown = vr == ValueRepresentation.UN || (vr == ValueRepresentation.None && encoding.IsExplicit);
        _inside[_elements.Depth] = isUnknown ? DicomEncoding.ImplicitLittleEndian : encoding;
        _writer.StartSequence(tag, isUnknown ? ValueRepresentation.UN : ValueRepresentation.SQ, encoding);
    }

    private void CopyWithValue(AttributeTreatment treatment, uint tag, ushort vr)
    {
        switch (treatment)
        {
            case AttributeTreatment.Empty:
                _counts.Emptied++;
                WriteEmpty(tag);
                break;
            case AttributeTreatment.Dummy:
                WriteDummy(tag, vr);
                break;
            case AttributeTreatment.NewUid:
                WriteUids(tag);
                break;
            case AttributeTreatment.Shift:
                WriteShifted(tag, vr);
                break;
            case AttributeTreatment.LimitAge:
                WriteLimitedAge(tag, vr);
                break;
            default:
                uint length = _elements.Element.Length;
                _writer.WriteHeader(tag, _elements.Vr, length + (length & 1), _elements.Encoding);
                CopyValue();
                _writer.WritePadding(vr, length);
                break;
        }
    }

    private void CopyValue()
    {
        while (_elements.TryReadPiece(out ReadOnlySpan<byte> piece))
        {
            _cancellation.ThrowIfCancellationRequested();
            _writer.WritePiece(piece);
        }
    }

    private void WriteEmpty(uint tag) => _writer.Write(tag, _elements.Vr, [], _elements.Encoding);
}
