using System.Globalization;
using System.Xml;
using DeepQDataset.Json;
using DeepQDataset.Sources;

namespace DeepQDataset.Conversion;

/// <summary>Creates the errors for annotation files that cannot be read: the file, line, column and problem.</summary>
internal static class ConversionErrors
{
    /// <summary>The remedy for a file that cannot be read; a sentence without its full stop.</summary>
    public const string Remedy = "Correct it there, or save it again with the program that wrote it";

    /// <summary>Creates the error for a file that is not valid JSON.</summary>
    /// <param name="path">The file, as returned by <see cref="AnnotationSource.PathOf(SourceEntry)"/>.</param>
    /// <param name="fault">The fault reported by the reader.</param>
    public static DatasetException InvalidJson(string path, JsonFault fault) => At(
        "InvalidJson", path, fault.Place.Line, fault.Place.Column, "is not valid JSON", $"{fault.Message}. {Remedy}");

    /// <summary>Creates the error for a file whose data in the zip is damaged.</summary>
    public static DatasetException Damaged(string path, InvalidDataException exception) => new(
        "FileDamaged",
        DatasetErrorKind.InvalidData,
        $"'{path}' cannot be read: {exception.Message.TrimEnd('.')}. Copy the zip again from its source.",
        path,
        exception);

    /// <summary>Creates the error for a file that is not valid XML, or contains XML that untrusted files must not contain.</summary>
    public static DatasetException InvalidXml(string path, XmlException exception) => At(
        "InvalidXml", path, Math.Max(1, exception.LineNumber), Math.Max(1, exception.LinePosition), "is not valid XML",
        exception.Message.Contains("DTD", StringComparison.Ordinal)
            ? "it has a document type (DTD), which is refused, since it can make a reader fetch other files; take the line out"
            : $"{FirstSentence(exception.Message)}. {Remedy}",
        exception);

    /// <summary>Creates the error for a readable file that does not have the expected form.</summary>
    /// <param name="errorId">The stable id of the error, such as <c>InvalidCoco</c>.</param>
    /// <param name="path">The file, as returned by <see cref="AnnotationSource.PathOf(SourceEntry)"/>.</param>
    /// <param name="line">The 1-based line.</param>
    /// <param name="column">The 1-based column, in characters.</param>
    /// <param name="claim">The problem of the file, such as <c>is not valid JSON</c>.</param>
    /// <param name="detail">The problem at the position, without a full stop.</param>
    /// <param name="inner">The cause; null if there is none.</param>
    public static DatasetException At(
        string errorId, string path, long line, long column, string claim, string detail, Exception? inner = null) => new(
        errorId,
        DatasetErrorKind.InvalidData,
        string.Create(CultureInfo.InvariantCulture, $"'{path}' {claim}: line {line}, column {column}: {detail}."),
        path,
        inner);

    // The reader appends the position to its message in its own format.
    private static string FirstSentence(string message)
    {
        int end = message.IndexOf(" Line ", StringComparison.Ordinal);
        return (end < 0 ? message : message[..end]).TrimEnd('.', ' ');
    }
}
