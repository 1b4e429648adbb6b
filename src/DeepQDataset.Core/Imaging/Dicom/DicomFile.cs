using System.Diagnostics.CodeAnalysis;

namespace DeepQDataset.Imaging.Dicom;

/// <summary>
/// A DICOM file, opened up to its data set (PS3.10 section 7): preamble and file meta information are read, the transfer syntax is known, a
/// deflated data set is unpacked on the way.
/// <code>
/// using DicomFile file = DicomFile.Open(reader);
/// while (file.IsOpen &amp;&amp; file.Elements.Read()) …
/// if (file.FinalProblem is { } problem) …
/// </code>
/// It reads what others write, too: without preamble or file meta, with a file meta of its own encoding, with wrong group
/// lengths, with the leftovers of a network's command, with a data set in another encoding than announced.
/// </summary>
internal sealed class DicomFile : IDisposable
{
    /// <summary>The maximum number of bytes a deflated data set is unpacked to.</summary>
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

    /// <summary>What stands before the data set.</summary>
    public DicomFileMeta Meta { get; }

    /// <summary>Gets the transfer syntax's UID; for a file without file meta the one that its encoding shows.</summary>
    public string? TransferSyntaxUid => Meta.IsPresent ? Meta.TransferSyntaxUid : Encoding.NativeTransferSyntaxUid;

    /// <summary>How the data set is written, which need not be what the transfer syntax says.</summary>
    public DicomEncoding Encoding { get; private set; }

    /// <summary>Why the data set could not be reached: no DICOM at all, or damaged before it; null if it was.</summary>
    public ImageProblem? Problem { get; }

    /// <summary>Gets the data set; null if it could not be reached.</summary>
    public DicomElementReader? Elements { get; private set; }

    /// <summary>Gets a value that indicates whether the data set was reached.</summary>
    [MemberNotNullWhen(true, nameof(Elements))]
    public bool IsOpen => Elements is not null;

    /// <summary>What ended the opening or the reading of elements, at its place in the file; null if nothing did.</summary>
    public ImageProblem? FinalProblem => Problem ?? (Elements?.Problem is { } problem ? Locate(problem) : null);

    /// <summary>
    /// Gets a value that indicates whether deflated data turned out to be damaged, and not just cut off, when they were unpacked.
    /// </summary>
    public bool IsDeflateDamaged => _inflated?.IsDamaged == true;

    /// <summary>Opens a file. Never throws for bad content.</summary>
    /// <param name="file">At the file's start; it is moved on, and not owned.</param>
    /// <param name="strings">Where values that repeat from file to file are shared; null for none.</param>
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
    /// Says of a problem with an element where in the file it is: positions in a deflated data set are none of the file's.
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
