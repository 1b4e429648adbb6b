using DeepQDataset.Layout;
using DeepQDataset.Sources;

namespace DeepQDataset.Conversion;

/// <summary>The file of an image.</summary>
/// <param name="Source">The folder or zip it lies in.</param>
/// <param name="Entry">Its entry there.</param>
/// <param name="IsExact">Whether the name that was looked for fits with all its folders.</param>
internal sealed record LocatedImage(IDatasetSource Source, SourceEntry Entry, bool IsExact)
{
    /// <summary>The file on disk, or the zip that holds it.</summary>
    public string SourcePath => EntryLocation.Of(Source, Entry).Path;

    /// <summary>The entry in the zip; null for a plain file.</summary>
    public string? SourceEntry => EntryLocation.Of(Source, Entry).Entry;

    /// <summary>The format that its extension promises.</summary>
    public DqImageFormat Format => ImageFileNames.FormatOf(Entry.Path);
}
