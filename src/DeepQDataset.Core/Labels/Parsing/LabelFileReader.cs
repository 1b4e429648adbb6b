using DeepQDataset.Streams;

namespace DeepQDataset.Labels.Parsing;

/// <summary>Reads label.csv.</summary>
internal static class LabelFileReader
{
    /// <summary>The largest label.csv that is read, in bytes; of a larger one <see cref="LabelFile.NotRead"/> says so.</summary>
    public const long MaximumBytes = 1L << 30;

    /// <summary>Reads a label.csv whole. Does not throw for bad content: what is wrong is told through <paramref name="report"/>.</summary>
    /// <param name="stream">The file's content.</param>
    /// <param name="report">Takes each finding: the rule, where, and what to say.</param>
    /// <param name="cancellation">The token to monitor for cancellation requests.</param>
    /// <exception cref="IOException">The stream could not be read.</exception>
    public static LabelFile Read(Stream stream, Action<LabelFinding>? report, CancellationToken cancellation = default) =>
        Read(stream, report, isImage: null, cancellation);

    /// <summary>Reads a label.csv whole. Does not throw for bad content: what is wrong is told through <paramref name="report"/>.</summary>
    /// <param name="stream">The file's content.</param>
    /// <param name="report">Takes each finding: the rule, where, and what to say.</param>
    /// <param name="isImage">
    /// Indicates whether a name is that of an image of the dataset: such a line is no header (DQ503). Null when the images are not known.
    /// </param>
    /// <param name="cancellation">The token to monitor for cancellation requests.</param>
    /// <exception cref="IOException">The stream could not be read.</exception>
    public static LabelFile Read(
        Stream stream, Action<LabelFinding>? report, Func<string, bool>? isImage, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (BoundedBytes.Read(stream, MaximumBytes, cancellation) is not ReadOnlyMemory<byte> content)
        {
            return LabelFile.Unread($"label.csv is larger than {MaximumBytes >> 20} MiB and was not read.");
        }

        Action<LabelFinding> reportOrNot = report ?? (static _ => { });
        if (LabelEncoding.BinaryKind(content.Span) is not null)
        {
            LabelEncoding.ToUtf8(content, reportOrNot, cancellation); // says what it is
            return new LabelFile(LabelForm.Unknown, LabelTable.Empty);
        }

        return LabelEncoding.ToUtf8(content, reportOrNot, cancellation) is ReadOnlyMemory<byte> text
            ? new LabelParser(text, LabelShape.Of(text), reportOrNot, isImage).Parse(cancellation)
            : LabelFile.Unread("label.csv is too large in UTF-8 and was not read.");
    }
}
