using DeepQDataset.Sources;

namespace DeepQDataset.Conversion.Studies;

/// <summary>
/// What is kept of each DICOM file between the pass over the headers and that over the pixels: little, as there may be a million.
/// </summary>
/// <param name="source">Where it comes from.</param>
/// <param name="entry">Its file.</param>
internal sealed class DicomInstance(IDatasetSource source, SourceEntry entry)
{
    /// <summary>Where it comes from.</summary>
    public IDatasetSource Source { get; } = source;

    /// <summary>Its file.</summary>
    public SourceEntry Entry { get; } = entry;

    /// <summary>(0008,0018); empty where there is none.</summary>
    public string SopInstanceUid { get; set; } = "";

    /// <summary>(0020,000D); empty where there is none.</summary>
    public string StudyInstanceUid { get; set; } = "";

    /// <summary>(0020,000E); empty where there is none.</summary>
    public string SeriesInstanceUid { get; set; } = "";

    /// <summary>Study Date (0008,0020) and Study Time (0008,0030), one behind the other; empty where there are none.</summary>
    public string StudyDate { get; set; } = "";

    /// <summary>(0020,0011); null where there is none.</summary>
    public int? SeriesNumber { get; set; }

    /// <summary>(0020,0013); null where there is none.</summary>
    public int? InstanceNumber { get; set; }

    /// <summary>
    /// Where the image lies along the normal of its plane, in millimetres (PS3.3 section C.7.6.2.1.1); null where that is not known.
    /// </summary>
    public float? Position { get; set; }

    /// <summary>How many frames it says it has, at least 1.</summary>
    public int Frames { get; set; } = 1;

    /// <summary>Its file, as users know it.</summary>
    public string Location => LocationOf(Source, Entry);

    /// <summary>The file on disk, or the zip that holds it.</summary>
    public string SourcePath => EntryLocation.Of(Source, Entry).Path;

    /// <summary>The entry in the zip; null for a plain file.</summary>
    public string? SourceEntry => EntryLocation.Of(Source, Entry).Entry;

    /// <summary>A file, as users know it; one in a zip as if the zip were a folder.</summary>
    /// <param name="source">Where it comes from.</param>
    /// <param name="entry">The file.</param>
    public static string LocationOf(IDatasetSource source, SourceEntry entry) => EntryLocation.Of(source, entry).AsPath();
}
