namespace DeepQDataset.Privacy;

/// <summary>Specifies how DICOM files are de-identified.</summary>
public sealed record ProtectionOptions
{
    /// <summary>Gets the secret that replacements follow from.</summary>
    public ProtectionKey Key { get; init; } = ProtectionKey.Random();

    /// <summary>
    /// Gets a value that indicates whether dates are moved, all of a patient's by the same number of days, instead of removed (PS3.15
    /// option 113107).
    /// </summary>
    public bool ShiftDates { get; init; }

    /// <summary>Gets a value that indicates whether sex, age, size, weight and the like stay (PS3.15 option 113108).</summary>
    public bool RetainPatientCharacteristics { get; init; }

    /// <summary>Gets a value that indicates whether files and folders keep their names, which may tell who the patient is.</summary>
    public bool KeepNames { get; init; }

    /// <summary>Gets a value that indicates whether files that are there are replaced.</summary>
    public bool Overwrite { get; init; }

    /// <summary>Gets the number of files that are worked on at a time, at least 1.</summary>
    public int ThrottleLimit { get; init; } = Environment.ProcessorCount;
}
