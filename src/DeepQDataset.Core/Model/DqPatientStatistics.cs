namespace DeepQDataset;

/// <summary>From how many patients and studies the images of a class come. Numbers only: no patient is named.</summary>
public sealed class DqPatientStatistics
{
    internal DqPatientStatistics()
    {
    }

    /// <summary>Gets the dataset's name: the folder's, or the zip's without <c>.zip</c>.</summary>
    public string Dataset { get; internal init; } = "";

    /// <summary>Gets the class; null for the images without any label, which come last.</summary>
    public string? Class { get; internal init; }

    /// <summary>Gets the number of images that are of the class.</summary>
    public int Images { get; internal init; }

    /// <summary>Gets the number of patients they come from: DICOM (0010,0020), or the study where the images name no patient.</summary>
    public int Patients { get; internal init; }

    /// <summary>Gets the number of studies: DICOM (0020,000D), or the study folder.</summary>
    public int Studies { get; internal init; }

    /// <summary>Gets the number of images of the class the patient with the most has.</summary>
    public int LargestPatientImages { get; internal init; }

    /// <summary>Gets the part of the class's images that come from that patient, 0 to 1; null for a class without images.</summary>
    public double? LargestPatientShare { get; internal init; }

    /// <summary>Gets the number of images that name no patient, so that their study stands for one.</summary>
    public int ImagesByStudy { get; internal init; }

    /// <summary>Gets the number of images that name neither patient nor study: they count for none.</summary>
    public int ImagesUnknown { get; internal init; }

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{Class}: {Patients}");
}
