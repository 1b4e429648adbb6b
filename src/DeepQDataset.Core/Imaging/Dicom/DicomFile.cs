using System.Diagnostics.CodeAnalysis;

namespace DeepQDataset.Imaging.Dicom;

/// <summary>
/// Represents a DICOM file that is open at its data set (PS3.10 section 7): preamble and file meta information have been read, the transfer
/// syntax is known, a deflated data set is unpacked while it is read.
/// <code>
/// using DicomFile file = DicomFile.Open(reader);
/// while (file.IsOpen &amp;&amp; file.Elements.Read()) …
/// if (file.FinalProblem is { } problem) …
/// </code>
/// It also reads nonconforming files: without preamble or file meta, with file meta in another encoding, with wrong group lengths, with
/// remains of a network command, with a data set in another encoding than declared.
/// </summary>
internal sealed class DicomFile : IDisposable
{
    /// <summary>The maximum number of bytes to unpack from a deflated data set.</summary>
    private const long MaximumInflated = 256L * 1024 * 1024;

    private readonly long _start;
    private InflatedStream? _inflated;
    private ForwardReader? _inner;

    private DicomFile(ForwardReader file, DicomFileMeta meta, ImageProblem? problem)
    {
        _start = file.Position;
        Meta = meta;
        Problem = problem;
    }

    /// <summary>Gets the file meta information.</summary>
    public DicomFileMeta Meta { get; }

    /// <summary>Gets the transfer syntax UID; without file meta, that of the encoding.</summary>
    public string? TransferSyntaxUid => Meta.IsPresent ? Meta.TransferSyntaxUid : Encoding.NativeTransferSyntaxUid;

    /// <summary>Gets the actual encoding of the data set, which may differ from the transfer syntax.</summary>
    public DicomEncoding Encoding { get; private set; }

    /// <summary>
    /// Gets the reason why the data set was not reached: the file is not DICOM, or is damaged before the data set; null if it was reached.
    /// </summary>
    public ImageProblem? Problem { get; }

    /// <summary>Gets the reader of the data set; null if it was not reached.</summary>
    public DicomElementReader? Elements { get; private set; }

    /// <summary>Gets a value that indicates whether the data set was reached.</summary>
    [MemberNotNullWhen(true, nameof(Elements))]
    public bool IsOpen => Elements is not null;

    /// <summary>Gets the problem that ended the reading, with its position in the file; null if there was none.</summary>
    public ImageProblem? FinalProblem => Problem ?? (Elements?.Problem is { } problem ? Locate(problem) : null);

    /// <summary>
    /// Gets a value that indicates whether deflated data is damaged, and not only truncated, as far as it has been unpacked.
    /// </summary>
    public bool IsDeflateDamaged => _inflated?.IsDamaged == true;

    /// <summary>Opens a file. Does not throw for bad content.</summary>
    /// <param name="file">The reader, at the start of the file. It is not disposed.</param>
    /// <param name="strings">Shares strings that repeat from file to file; null for none.</param>
    /// <exception cref="IOException">The stream could not be read.</exception>
    public static DicomFile Open(ForwardReader file, RecentStrings? strings = null)
    {
        DicomFileMeta meta = new(strings) { HasPreamble = DicomRecognizer.HasPreamble(file) };
        if (meta.HasPreamble)
        {
            file.TrySkip(DicomRecognizer.PreambleLength);
        }
        else if (!DicomRecognizer.IsBareDataSet(file))
        {
            ImageProblem unknown = new(ImageProblemKind.UnsupportedFormat, "the content is of no known image format", 0);
            return new DicomFile(file, meta, unknown);
        }

        DicomFile opened = new(file, meta, DicomFileMetaReader.Read(file, meta));
        if (opened.Problem is null)
        {
            opened.OpenDataSet(file);
        }

        return opened;
    }

    /// <summary>
    /// Adds the position in the file to the problem of an element, since positions in a deflated data set are not positions in the file.
    /// </summary>
    public ImageProblem Locate(ImageProblem problem)
    {
        if (_inflated is null)
        {
            return problem;
        }

        return _inflated.HasFailed && problem.Kind != ImageProblemKind.Truncated
            ? new ImageProblem(ImageProblemKind.Corrupt, "the deflated data set cannot be unpacked", _start)
            : problem with { Offset = _start, Detail = $"in the deflated data set, {problem.Detail}" };
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _inner?.Dispose();
        _inflated?.Dispose();
    }

    private void OpenDataSet(ForwardReader reader)
    {
        if (Meta.IsDeflated)
        {
            _inflated = new InflatedStream(reader);
            _inner = new ForwardReader();
            _inner.Reset(_inflated, MaximumInflated);
            reader = _inner;
        }

        reader.TryPeek(DicomElementHeader.MinimumSize, out ReadOnlySpan<byte> bytes);
        Encoding = DicomEncoding.Recognize(bytes, Meta.DeclaredEncoding);
        Elements = new DicomElementReader(reader, Encoding, isInflated: _inner is not null);
    }
}
