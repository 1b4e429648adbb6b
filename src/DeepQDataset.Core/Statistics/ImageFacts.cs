using DeepQDataset.Imaging;
using DeepQDataset.Inventory;

namespace DeepQDataset.Statistics;

/// <summary>Holds the values of the images' headers that are summarized by class: sizes, and patients and studies as numbers.</summary>
/// <param name="images">The number of images.</param>
internal sealed class ImageFacts(int images)
{
    private readonly int[] _widths = new int[images];
    private readonly int[] _heights = new int[images];
    private readonly int[] _patients = new int[images];
    private readonly int[] _studies = new int[images];
    private readonly Dictionary<string, int> _patientNumbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _studyNumbers = new(StringComparer.Ordinal);

    /// <summary>Gets the number of images whose headers could not be read.</summary>
    public int Unread { get; private set; }

    /// <summary>Returns the width in pixels; 0 if it is unknown.</summary>
    public int WidthOf(int image) => _widths[image];

    /// <summary>Returns the height in pixels; 0 if it is unknown.</summary>
    public int HeightOf(int image) => _heights[image];

    /// <summary>Returns the number of the patient, from 1; 0 if there is none.</summary>
    public int PatientOf(int image) => _patients[image];

    /// <summary>Returns the number of the study, from 1; 0 if there is none.</summary>
    public int StudyOf(int image) => _studies[image];

    /// <summary>Adds the values of an image.</summary>
    /// <param name="number">The index of the image.</param>
    /// <param name="image">The image in the inventory.</param>
    /// <param name="probe">The result of probing it; null if there is nothing to read.</param>
    public void Add(int number, ImageEntry image, ImageProbeResult? probe)
    {
        ImageHeader? header = probe?.Header;
        DicomHeader? dicom = probe?.Dicom;
        Unread += header is null ? 1 : 0;
        _widths[number] = header?.Width ?? 0;
        _heights[number] = header?.Height ?? 0;
        _patients[number] = NumberOf(dicom?.PatientId, _patientNumbers);
        _studies[number] = NumberOf(string.IsNullOrEmpty(dicom?.StudyInstanceUid) ? image.Study : dicom.StudyInstanceUid, _studyNumbers);
    }

    private static int NumberOf(string? value, Dictionary<string, int> numbers)
    {
        if (string.IsNullOrEmpty(value))
        {
            return 0;
        }

        if (!numbers.TryGetValue(value, out int number))
        {
            number = numbers.Count + 1;
            numbers.Add(value, number);
        }

        return number;
    }
}
