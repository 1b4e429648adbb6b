using DeepQDataset.Imaging;
using DeepQDataset.Inventory;

namespace DeepQDataset.Statistics;

/// <summary>
/// Represents what the headers of a dataset's images say that is summed up by class: sizes, and whose images they are, by numbers only.
/// </summary>
/// <param name="images">The number of images.</param>
internal sealed class ImageFacts(int images)
{
    private readonly int[] _widths = new int[images];
    private readonly int[] _heights = new int[images];
    private readonly int[] _patients = new int[images];
    private readonly int[] _studies = new int[images];
    private readonly Dictionary<string, int> _patientNumbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _studyNumbers = new(StringComparer.Ordinal);

    /// <summary>Gets the number of images' headers could not be read.</summary>
    public int Unread { get; private set; }

    /// <summary>Returns the width in pixels; 0 if it is not known.</summary>
    public int WidthOf(int image) => _widths[image];

    /// <summary>Returns the height in pixels; 0 if it is not known.</summary>
    public int HeightOf(int image) => _heights[image];

    /// <summary>Returns the number of the patient, from 1; 0 if the image names none.</summary>
    public int PatientOf(int image) => _patients[image];

    /// <summary>Returns the number of the study, from 1; 0 if the image belongs to none.</summary>
    public int StudyOf(int image) => _studies[image];

    /// <summary>Takes in what was read of an image.</summary>
    /// <param name="number">The image's number.</param>
    /// <param name="image">Its place in the inventory.</param>
    /// <param name="probe">What its header says; null if there is nothing to read.</param>
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
