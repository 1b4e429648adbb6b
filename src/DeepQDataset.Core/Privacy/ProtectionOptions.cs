namespace DeepQDataset.Privacy;

/// <summary>How DICOM files are de-identified.</summary>
public sealed record ProtectionOptions
{
    /// <summary>The secret that replacements follow from.</summary>
    public ProtectionKey Key { get; init; } = ProtectionKey.Random();

    /// <summary>
    /// Whether dates are moved, all of a patient's by the same number of days, instead of removed (PS3.15 option 113107).
    /// </summary>
    public bool ShiftDates { get; init; }

    /// <summary>Whether sex, age, size, weight and the like stay (PS3.15 option 113108).</summary>
    public bool RetainPatientCharacteristics { get; init; }

    /// <summary>Whether files and folders keep their names, which may tell who the patient is.</summary>
    public bool KeepNames { get; init; }

    /// <summary>Whether files that are there are replaced.</summary>
    public bool Overwrite { get; init; }

    /// <summary>How many files are worked on at a time, at least 1.</summary>
    public int ThrottleLimit { get; init; } = Environment.ProcessorCount;
}
