using DeepQDataset.Layout;
using DeepQDataset.Sources;

namespace DeepQDataset.Conversion;

/// <summary>Represents the file of an image.</summary>
/// <param name="Source">The folder or zip that contains it.</param>
/// <param name="Entry">The entry in the source.</param>
/// <param name="IsExact">Indicates whether the requested name matches with all its folders.</param>
internal sealed record LocatedImage(IDatasetSource Source, SourceEntry Entry, bool IsExact)
{
    /// <summary>Gets the path of the file, or of the zip that contains it.</summary>
    public string SourcePath => EntryLocation.Of(Source, Entry).Path;

    /// <summary>Gets the entry in the zip; null for a plain file.</summary>
    public string? SourceEntry => EntryLocation.Of(Source, Entry).Entry;

    /// <summary>Gets the format by extension.</summary>
    public DqImageFormat Format => ImageFileNames.FormatOf(Entry.Path);
}
