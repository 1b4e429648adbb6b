using DeepQDataset.Sources;
using DeepQDataset.Streams;

namespace DeepQDataset.Privacy;

/// <summary>Represents a file that may be DICOM.</summary>
/// <param name="Location">Where it lies.</param>
/// <param name="Name">Its path below the folder or zip that was named, with <c>/</c> as separator.</param>
/// <param name="Length">Its size in bytes; null if opening it shows that.</param>
/// <param name="Open">Opens it.</param>
internal sealed record ProtectionInput(EntryLocation Location, string Name, long? Length, Func<Stream> Open)
{
    /// <summary>Why it must not be copied; null if it may.</summary>
    public DatasetException? Refusal { get; init; }

    /// <summary>How to name it to a user.</summary>
    public string Display => Location.AsPath();

    /// <summary>All files of a folder or a zip.</summary>
    public static IEnumerable<ProtectionInput> Of(IDatasetSource source)
    {
        foreach (SourceEntry entry in source.Entries)
        {
            if (!entry.IsFolder)
            {
                yield return new ProtectionInput(EntryLocation.Of(source, entry), entry.Path, entry.Length, () => source.Open(entry));
            }
        }
    }

    /// <summary>Returns a file of its own, whether it is there or not: that shows when it is opened.</summary>
    public static ProtectionInput Of(string fullPath) =>
        new(new EntryLocation(fullPath, null), Path.GetFileName(fullPath), Length: null, () => FileRegionStream.OpenFile(fullPath));
}
