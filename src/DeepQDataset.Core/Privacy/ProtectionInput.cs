using DeepQDataset.Sources;
using DeepQDataset.Streams;

namespace DeepQDataset.Privacy;

/// <summary>Represents a file that may be DICOM.</summary>
/// <param name="Location">The location.</param>
/// <param name="Name">The path below the given folder or zip, with <c>/</c> as separator.</param>
/// <param name="Length">The size in bytes; null if it is known only after opening.</param>
/// <param name="Open">Opens the file.</param>
internal sealed record ProtectionInput(EntryLocation Location, string Name, long? Length, Func<Stream> Open)
{
    /// <summary>Gets the reason why it must not be copied; null if it may be.</summary>
    public DatasetException? Refusal { get; init; }

    /// <summary>Gets the name to show to users.</summary>
    public string Display => Location.AsPath();

    /// <summary>Returns all files of a folder or a zip.</summary>
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

    /// <summary>Creates the input for a file, which may not exist; opening it shows that.</summary>
    public static ProtectionInput Of(string fullPath) =>
        new(new EntryLocation(fullPath, null), Path.GetFileName(fullPath), Length: null, () => FileRegionStream.OpenFile(fullPath));
}
