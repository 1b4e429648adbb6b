using System.Text;
using DeepQDataset.Labels;
using DeepQDataset.Labels.Parsing;
using DeepQDataset.Sources;
using DeepQDataset.Streams;

namespace DeepQDataset.Conversion;

/// <summary>Reads small text files of annotations, in UTF-8 or in one of the code pages common in local hospitals.</summary>
internal static class AnnotationText
{
    /// <summary>The maximum length of a file, in bytes.</summary>
    public const int LongestFile = 64 * 1024 * 1024;

    /// <summary>Reads a file.</summary>
    /// <param name="source">The source of the file.</param>
    /// <param name="entry">The file.</param>
    /// <param name="guessed">Receives the name of the encoding if the text is not UTF-8.</param>
    /// <param name="cancellation">The token to monitor for cancellation requests.</param>
    /// <exception cref="DatasetException">The file is too long, or its zip is damaged.</exception>
    public static string Read(AnnotationSource source, SourceEntry entry, Action<string> guessed, CancellationToken cancellation)
    {
        string path = source.PathOf(entry);
        try
        {
            using Stream stream = source.Source.Open(entry);
            return BoundedBytes.Read(stream, LongestFile, cancellation) is not ReadOnlyMemory<byte> bytes
                ? throw new DatasetException(
                    "FileTooLong", DatasetErrorKind.InvalidData, $"'{path}' is longer than 64 MiB; no file of its kind is.", path)
                : LabelEncoding.ToUtf8(bytes, finding => Tell(finding, guessed), cancellation) is ReadOnlyMemory<byte> text
                ? Encoding.UTF8.GetString(text.Span)
                : "";
        }
        catch (InvalidDataException exception)
        {
            throw ConversionErrors.Damaged(path, exception);
        }
    }

    private static void Tell(LabelFinding finding, Action<string> guessed)
    {
        if (finding.Subject is string encoding)
        {
            guessed(encoding);
        }
    }
}
