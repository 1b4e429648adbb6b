using System.Globalization;
using System.Xml;
using DeepQDataset.Json;
using DeepQDataset.Sources;

namespace DeepQDataset.Conversion;

/// <summary>Makes the errors of annotation files that cannot be read at all: file, line and column, and what is wrong there.</summary>
internal static class ConversionErrors
{
    /// <summary>What to do about a file that cannot be read; a sentence without its full stop.</summary>
    public const string Remedy = "Mend it there, or save it anew with the program that wrote it";

    /// <summary>The file is no JSON.</summary>
    /// <param name="path">The file, as <see cref="AnnotationSource.PathOf(SourceEntry)"/> names it.</param>
    /// <param name="fault">What the reader says.</param>
    public static DatasetException InvalidJson(string path, JsonFault fault) => At(
        "InvalidJson", path, fault.Place.Line, fault.Place.Column, "is no valid JSON", $"{fault.Message}. {Remedy}");

    /// <summary>What unpacks a zip says that the file's data are damaged.</summary>
    public static DatasetException Damaged(string path, InvalidDataException exception) => new(
        "FileDamaged",
        DatasetErrorKind.InvalidData,
        $"'{path}' cannot be read: {exception.Message.TrimEnd('.')}. Copy the zip anew from where it came.",
        path,
        exception);

    /// <summary>The file is no XML, or has what XML from strangers must not have.</summary>
    public static DatasetException InvalidXml(string path, XmlException exception) => At(
        "InvalidXml", path, Math.Max(1, exception.LineNumber), Math.Max(1, exception.LinePosition), "is no valid XML",
        exception.Message.Contains("DTD", StringComparison.Ordinal)
            ? "it has a document type (DTD), which is refused, since it can make a reader fetch other files; take the line out"
            : $"{FirstSentence(exception.Message)}. {Remedy}",
        exception);

    /// <summary>The file can be read, but is not of the form it should have.</summary>
    /// <param name="errorId">Stable name of the error, such as <c>InvalidCoco</c>.</param>
    /// <param name="path">The file, as <see cref="AnnotationSource.PathOf(SourceEntry)"/> names it.</param>
    /// <param name="line">The 1-based line.</param>
    /// <param name="column">The 1-based column, in characters.</param>
    /// <param name="claim">What is wrong with the file, such as <c>is no valid JSON</c>.</param>
    /// <param name="detail">What is wrong at that place; without its full stop.</param>
    /// <param name="inner">The cause; null if none.</param>
    public static DatasetException At(
        string errorId, string path, long line, long column, string claim, string detail, Exception? inner = null) => new(
        errorId,
        DatasetErrorKind.InvalidData,
        string.Create(CultureInfo.InvariantCulture, $"'{path}' {claim}: line {line}, column {column}: {detail}."),
        path,
        inner);

    // The reader puts the place behind its message in a form of its own.
    private static string FirstSentence(string message)
    {
        int end = message.IndexOf(" Line ", StringComparison.Ordinal);
        return (end < 0 ? message : message[..end]).TrimEnd('.', ' ');
    }
}
