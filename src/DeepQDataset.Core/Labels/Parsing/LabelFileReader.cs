using DeepQDataset.Streams;

namespace DeepQDataset.Labels.Parsing;

/// <summary>Reads label.csv.</summary>
internal static class LabelFileReader
{
    /// <summary>The maximum size of label.csv in bytes; a larger one is reported in <see cref="LabelFile.NotRead"/>.</summary>
    public const long MaximumBytes = 1L << 30;

    /// <summary>Reads a whole label.csv. Does not throw for bad content; problems are passed to <paramref name="report"/>.</summary>
    /// <param name="stream">The content of the file.</param>
    /// <param name="report">Receives each finding.</param>
    /// <param name="cancellation">The token to monitor for cancellation requests.</param>
    /// <exception cref="IOException">The stream could not be read.</exception>
    public static LabelFile Read(Stream stream, Action<LabelFinding>? report, CancellationToken cancellation = default) =>
        Read(stream, report, isImage: null, cancellation);

    /// <summary>Reads a whole label.csv. Does not throw for bad content; problems are passed to <paramref name="report"/>.</summary>
    /// <param name="stream">The content of the file.</param>
    /// <param name="report">Receives each finding.</param>
    /// <param name="isImage">
    /// Determines whether a name is that of an image of the dataset, so that its line is not a header (DQ503); null if the images are
    /// unknown.
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
            LabelEncoding.ToUtf8(content, reportOrNot, cancellation); // reports the kind of file
            return new LabelFile(LabelForm.Unknown, LabelTable.Empty);
        }

        return LabelEncoding.ToUtf8(content, reportOrNot, cancellation) is ReadOnlyMemory<byte> text
            ? new LabelParser(text, LabelShape.Of(text), reportOrNot, isImage).Parse(cancellation)
            : LabelFile.Unread("label.csv is too large in UTF-8 and was not read.");
    }
}
