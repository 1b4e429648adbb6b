using DeepQDataset.Imaging;

namespace DeepQDataset.Reading;

/// <summary>
/// Counts the patients, studies and series of DICOM images by their headers. Use one instance for each dataset. Not safe for use by several
/// threads.
/// </summary>
internal sealed class DicomHierarchy
{
    private readonly HashSet<string> _patients = new(StringComparer.Ordinal);
    private readonly HashSet<string> _studies = new(StringComparer.Ordinal);
    private readonly HashSet<string> _series = new(StringComparer.Ordinal);
    private bool _hasDicom;

    /// <summary>Gets the number of distinct Patient IDs; null if there is no DICOM image.</summary>
    public int? Patients => _hasDicom ? _patients.Count : null;

    /// <summary>Gets the number of distinct Study Instance UIDs.</summary>
    public int Studies => _studies.Count;

    /// <summary>Gets the number of distinct Series Instance UIDs.</summary>
    public int Series => _series.Count;

    /// <summary>Adds images. Images that are not DICOM, and DICOMDIR files, are not counted.</summary>
    public void Add(IEnumerable<ImageProbeResult?> probes)
    {
        foreach (ImageProbeResult? probe in probes)
        {
            if (probe?.Dicom is { IsDicomDirectory: false } header)
            {
                _hasDicom = true;
                Add(_patients, header.PatientId);
                Add(_studies, header.StudyInstanceUid);
                Add(_series, header.SeriesInstanceUid);
            }
        }
    }

    private static void Add(HashSet<string> values, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            values.Add(value);
        }
    }
}
