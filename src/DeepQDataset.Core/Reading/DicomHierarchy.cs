using DeepQDataset.Imaging;

namespace DeepQDataset.Reading;

/// <summary>Counts the patients, studies and series of DICOM images by what their headers say. One per dataset, for one thread.</summary>
internal sealed class DicomHierarchy
{
    private readonly HashSet<string> _patients = new(StringComparer.Ordinal);
    private readonly HashSet<string> _studies = new(StringComparer.Ordinal);
    private readonly HashSet<string> _series = new(StringComparer.Ordinal);
    private bool _hasDicom;

    /// <summary>Gets the number of different Patient that IDs; null without any DICOM image.</summary>
    public int? Patients => _hasDicom ? _patients.Count : null;

    /// <summary>Gets the number of different Study that Instance UIDs.</summary>
    public int Studies => _studies.Count;

    /// <summary>Gets the number of different Series that Instance UIDs.</summary>
    public int Series => _series.Count;

    /// <summary>Takes images in; those that are no DICOM, or a DICOMDIR, do not count.</summary>
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
