using DeepQDataset.Layout;

namespace DeepQDataset.Sources.Embedded;

/// <summary>
/// How a <see cref="DqLabel"/> names an image that a JSON holds: SourcePath the JSON, SourceEntry <c>imageData</c>; of a JSON in a zip
/// SourcePath the zip, SourceEntry the JSON's entry with <c>/imageData</c> behind it.
/// </summary>
internal static class EmbeddedSource
{
    /// <summary>The entry's name.</summary>
    public const string EntryName = "imageData";

    private const string EntrySuffix = "/" + EntryName;

    /// <summary>Names an image.</summary>
    /// <param name="source">What holds the JSON.</param>
    /// <param name="json">The JSON.</param>
    public static EntryLocation Of(IDatasetSource source, SourceEntry json)
    {
        EntryLocation file = EntryLocation.Of(source, json);
        return file with { Entry = file.Entry is null ? EntryName : file.Entry + EntrySuffix };
    }

    /// <summary>Determines whether a label means the image in a JSON on disk.</summary>
    /// <param name="path">Its SourcePath.</param>
    /// <param name="entry">Its SourceEntry.</param>
    public static bool IsInFile(string path, string entry) =>
        string.Equals(entry, EntryName, StringComparison.Ordinal) && !ArchiveExtensions.IsArchive(path);

    /// <summary>Returns the JSON that an entry's name means the image of; null if it means none.</summary>
    /// <param name="entry">A SourceEntry in a zip.</param>
    public static string? JsonOf(string entry) =>
        entry.EndsWith(EntrySuffix, StringComparison.Ordinal) ? entry[..^EntrySuffix.Length] : null;
}
