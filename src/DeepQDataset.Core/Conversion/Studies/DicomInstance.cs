using DeepQDataset.Sources;

namespace DeepQDataset.Conversion.Studies;

/// <summary>
/// Holds what is kept of a DICOM file between the skips headers and pixels. It is small, since there may be a million files.
/// </summary>
/// <param name="source">The source of the file.</param>
/// <param name="entry">The file.</param>
internal sealed class DicomInstance(IDatasetSource source, SourceEntry entry)
{
    /// <summary>Gets the source of the file.</summary>
    public IDatasetSource Source { get; } = source;

    /// <summary>Gets the file.</summary>
    public SourceEntry Entry { get; } = entry;

    /// <summary>Gets or sets the SOP Instance UID (0008,0018); empty if there is none.</summary>
    public string SopInstanceUid { get; set; } = "";

    /// <summary>Gets or sets the Study Instance UID (0020,000D); empty if there is none.</summary>
    public string StudyInstanceUid { get; set; } = "";

    /// <summary>Gets or sets the Series Instance UID (0020,000E); empty if there is none.</summary>
    public string SeriesInstanceUid { get; set; } = "";

    /// <summary>Gets or sets the Study Date (0008,0020) followed by the Study Time (0008,0030); empty if there are none.</summary>
    public string StudyDate { get; set; } = "";

    /// <summary>Gets or sets the Series Number (0020,0011); null if there is none.</summary>
    public int? SeriesNumber { get; set; }

    /// <summary>Gets or sets the Instance Number (0020,0013); null if there is none.</summary>
    public int? InstanceNumber { get; set; }

    /// <summary>
    /// Gets or sets the position of the image along the normal of its plane, in millimetres (PS3.3 section C.7.6.2.1.1); null if it is
    /// unknown.
    /// </summary>
    public float? Position { get; set; }

    /// <summary>Gets or sets the declared number of frames, at least 1.</summary>
    public int Frames { get; set; } = 1;

    /// <summary>Gets the location of the file for messages.</summary>
    public string Location => LocationOf(Source, Entry);

    /// <summary>Gets the path of the file, or of the zip that contains it.</summary>
    public string SourcePath => EntryLocation.Of(Source, Entry).Path;

    /// <summary>Gets the entry in the zip; null for a plain file.</summary>
    public string? SourceEntry => EntryLocation.Of(Source, Entry).Entry;

    /// <summary>Returns the location of a file for messages, as if a zip were a folder.</summary>
    /// <param name="source">The source of the file.</param>
    /// <param name="entry">The file.</param>
    public static string LocationOf(IDatasetSource source, SourceEntry entry) => EntryLocation.Of(source, entry).AsPath();
}
