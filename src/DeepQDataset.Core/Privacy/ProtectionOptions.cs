namespace DeepQDataset.Privacy;

/// <summary>Specifies how DICOM files are de-identified.</summary>
public sealed record ProtectionOptions
{
    /// <summary>Gets the secret that determines the replacements.</summary>
    public ProtectionKey Key { get; init; } = ProtectionKey.Random();

    /// <summary>
    /// Gets a value that indicates whether dates are shifted, all of a patient's by the same number of days, instead of removed (PS3.15
    /// option 113107).
    /// </summary>
    public bool ShiftDates { get; init; }

    /// <summary>Gets a value that indicates whether sex, age, size, weight and the like are kept (PS3.15 option 113108).</summary>
    public bool RetainPatientCharacteristics { get; init; }

    /// <summary>Gets a value that indicates whether files and folders keep their names, which may identify the patient.</summary>
    public bool KeepNames { get; init; }

    /// <summary>Gets a value that indicates whether existing files are replaced.</summary>
    public bool Overwrite { get; init; }

    /// <summary>Gets the number of files to process at a time, at least 1.</summary>
    public int ThrottleLimit { get; init; } = Environment.ProcessorCount;
}
