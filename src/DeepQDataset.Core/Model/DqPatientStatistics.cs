namespace DeepQDataset;

/// <summary>Represents the number of patients and studies of the images of a class, without naming any patient.</summary>
public sealed class DqPatientStatistics
{
    internal DqPatientStatistics()
    {
    }

    /// <summary>Gets the name of the dataset, which is that of the folder, or of the zip without <c>.zip</c>.</summary>
    public string Dataset { get; internal init; } = "";

    /// <summary>Gets the class; null for unlabelled images, which come last.</summary>
    public string? Class { get; internal init; }

    /// <summary>Gets the number of images of the class.</summary>
    public int Images { get; internal init; }

    /// <summary>Gets the number of patients: by Patient ID, DICOM (0010,0020), or by study for images without one.</summary>
    public int Patients { get; internal init; }

    /// <summary>Gets the number of studies: by Study Instance UID, DICOM (0020,000D), or by study folder.</summary>
    public int Studies { get; internal init; }

    /// <summary>Gets the number of images of the patient with the most images of the class.</summary>
    public int LargestPatientImages { get; internal init; }

    /// <summary>Gets the share of that patient in the images of the class, 0 to 1; null for a class without images.</summary>
    public double? LargestPatientShare { get; internal init; }

    /// <summary>Gets the number of images without a patient, which are counted by their study.</summary>
    public int ImagesByStudy { get; internal init; }

    /// <summary>Gets the number of images with neither patient nor study, which are not counted.</summary>
    public int ImagesUnknown { get; internal init; }

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{Class}: {Patients}");
}
