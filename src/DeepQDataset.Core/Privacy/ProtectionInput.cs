using DeepQDataset.Sources;
using DeepQDataset.Streams;

namespace DeepQDataset.Privacy;

/// <summary>A file that may be DICOM.</summary>
/// <param name="Path">Its full path, or that of the zip it is in.</param>
/// <param name="Entry">The entry in the zip; null for a file of its own.</param>
/// <param name="Name">Its path below the folder or zip that was named, <c>/</c>-separated.</param>
/// <param name="Length">Its size in bytes; null where opening it shows that.</param>
/// <param name="Open">Opens it.</param>
internal sealed record ProtectionInput(string Path, string? Entry, string Name, long? Length, Func<Stream> Open)
{
    /// <summary>Why it must not be copied; null if it may.</summary>
    public DatasetException? Refusal { get; init; }

    /// <summary>How to name it to a user.</summary>
    public string Display => Entry is null ? Path : $"{Path}/{Entry}";

    /// <summary>All files of a folder or a zip.</summary>
    public static IEnumerable<ProtectionInput> Of(IDatasetSource source)
    {
        bool isFolder = source.Kind == SourceKind.Folder;
        foreach (SourceEntry entry in source.Entries)
        {
            if (!entry.IsFolder)
            {
                string path = isFolder ? System.IO.Path.Join(source.FullPath, entry.Path) : source.FullPath;
                yield return new ProtectionInput(path, isFolder ? null : entry.Path, entry.Path, entry.Length, () => source.Open(entry));
            }
        }
    }

    /// <summary>A file of its own, whether it is there or not: that shows when it is opened.</summary>
    public static ProtectionInput Of(string fullPath) =>
        new(fullPath, null, System.IO.Path.GetFileName(fullPath), Length: null, () => FileRegionStream.OpenFile(fullPath));
}
