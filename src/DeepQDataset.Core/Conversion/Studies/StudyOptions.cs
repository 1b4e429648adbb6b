using DeepQDataset.Building.Planning;
using DeepQDataset.Imaging.Dicom.Pixels;

namespace DeepQDataset.Conversion.Studies;

/// <summary>Specifies how DICOM files are converted into PNG files in folders of studies and series.</summary>
public sealed record StudyOptions
{
    /// <summary>Gets the default options.</summary>
    public static StudyOptions Default { get; } = new();

    /// <summary>
    /// Gets the values to show between black and white: <c>FromFile</c> (the first window of the file, or its first VOI LUT, or else
    /// MinMax), <c>MinMax</c> (the lowest and the highest value of each frame), or a center and a width of at least 1, such as
    /// <c>40,400</c>.
    /// </summary>
    public string Window { get; init; } = nameof(WindowChoiceKind.FromFile);

    /// <summary>
    /// Gets the rooted path of a label.csv whose images are SOP instance UIDs, or paths or names of DICOM files; null if there are no
    /// labels.
    /// </summary>
    public string? LabelPath { get; init; }

    /// <summary>Gets the edition of the platform for the labels. Edition 3.0 keeps two columns; for the others they become three.</summary>
    public DqPlatform Platform { get; init; }

    /// <summary>Gets the form of image names in label.csv.</summary>
    public LabelNameForm ImageNameForm { get; init; }

    /// <summary>Gets a value that indicates whether existing files may be replaced.</summary>
    public bool Overwrite { get; init; }

    /// <summary>Gets the number of threads that decode; at least 1.</summary>
    public int ThrottleLimit { get; init; } = Environment.ProcessorCount;
}
