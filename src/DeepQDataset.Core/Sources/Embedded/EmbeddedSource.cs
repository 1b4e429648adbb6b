using DeepQDataset.Layout;

namespace DeepQDataset.Sources.Embedded;

/// <summary>
/// Identifies an embedded image in a <see cref="DqLabel"/>: SourcePath is the JSON, SourceEntry <c>imageData</c>. For a JSON in a zip,
/// SourcePath is the zip, and SourceEntry the entry of the JSON followed by <c>/imageData</c>.
/// </summary>
internal static class EmbeddedSource
{
    /// <summary>The name of the entry.</summary>
    public const string EntryName = "imageData";

    private const string EntrySuffix = "/" + EntryName;

    /// <summary>Returns the location of an image.</summary>
    /// <param name="source">The source of the JSON.</param>
    /// <param name="json">The JSON.</param>
    public static EntryLocation Of(IDatasetSource source, SourceEntry json)
    {
        EntryLocation file = EntryLocation.Of(source, json);
        return file with { Entry = file.Entry is null ? EntryName : file.Entry + EntrySuffix };
    }

    /// <summary>Determines whether a label refers to the image in a JSON on disk.</summary>
    /// <param name="path">The SourcePath of the label.</param>
    /// <param name="entry">The SourceEntry of the label.</param>
    public static bool IsInFile(string path, string entry) =>
        string.Equals(entry, EntryName, StringComparison.Ordinal) && !ArchiveExtensions.IsArchive(path);

    /// <summary>Returns the JSON of an embedded image; null if the entry is not an embedded image.</summary>
    /// <param name="entry">A SourceEntry in a zip.</param>
    public static string? JsonOf(string entry) =>
        entry.EndsWith(EntrySuffix, StringComparison.Ordinal) ? entry[..^EntrySuffix.Length] : null;
}
