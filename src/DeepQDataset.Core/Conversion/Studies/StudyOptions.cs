using DeepQDataset.Building.Planning;
using DeepQDataset.Imaging.Dicom.Pixels;

namespace DeepQDataset.Conversion.Studies;

/// <summary>How DICOM files become PNG files in folders of studies and series.</summary>
public sealed record StudyOptions
{
    /// <summary>The defaults.</summary>
    public static StudyOptions Default { get; } = new();

    /// <summary>
    /// Which values are shown between black and white: <c>FromFile</c> (its first window, else its first VOI LUT, else as the next),
    /// <c>MinMax</c> (the lowest and the highest value of each frame), or a center and a width of at least 1, such as <c>40,400</c>.
    /// </summary>
    public string Window { get; init; } = nameof(WindowChoiceKind.FromFile);

    /// <summary>
    /// The rooted path of a label.csv whose images are SOP instance UIDs, or paths or names of DICOM files; null for no labels.
    /// </summary>
    public string? LabelPath { get; init; }

    /// <summary>The edition of the platform that is to read the labels: 3.0 takes two columns as they are, the others get three.</summary>
    public DqPlatform Platform { get; init; }

    /// <summary>How label.csv names the images.</summary>
    public LabelNameForm ImageNameForm { get; init; }

    /// <summary>Whether files that are there may be replaced.</summary>
    public bool Overwrite { get; init; }

    /// <summary>How many threads decode; at least 1.</summary>
    public int ThrottleLimit { get; init; } = Environment.ProcessorCount;
}
