using DeepQDataset.Sources;

namespace DeepQDataset.Inventory;

/// <summary>A file that the layout takes for an image, by its place and its extension.</summary>
public sealed class ImageEntry
{
    /// <summary>The file.</summary>
    public required SourceEntry Entry { get; init; }

    /// <summary>The entry's path, relative to the source's root.</summary>
    public string Path => Entry.Path;

    /// <summary>The file's name with its extension.</summary>
    public string FileName => EntryPath.FileName(Entry.Path);

    /// <summary>The format that the extension promises, spelled in whatever way; <see cref="DqImageFormat.Unknown"/> for a missing extension or one of a format that is not supported.</summary>
    public required DqImageFormat ExpectedFormat { get; init; }

    /// <summary>
    /// How label.csv names it, with its extension: the path relative to <c>image/</c>, which is the file name in a flat layout
    /// and <c>Study/Series1/file</c> in studies; in a class folder the file name.
    /// </summary>
    public required string LabelName { get; init; }

    /// <summary>The class folder it lies in; null outside class folders.</summary>
    public string? Class { get; init; }

    /// <summary>The study folder it lies in; null outside studies.</summary>
    public string? Study { get; init; }

    /// <summary>The series folder it lies in; null outside studies.</summary>
    public string? Series { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Path;
}
