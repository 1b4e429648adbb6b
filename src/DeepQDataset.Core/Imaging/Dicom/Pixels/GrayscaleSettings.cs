namespace DeepQDataset.Imaging.Dicom.Pixels;

/// <summary>Represents the mapping of the stored values of a frame to displayed values (PS3.3 sections C.11.1 and C.11.2).</summary>
internal sealed record GrayscaleSettings
{
    /// <summary>Gets Rescale Slope (0028,1053).</summary>
    public double Slope { get; init; } = 1;

    /// <summary>Gets Rescale Intercept (0028,1052).</summary>
    public double Intercept { get; init; }

    /// <summary>Gets the modality LUT, which replaces slope and intercept; null if there is none.</summary>
    public LookupTable? ModalityTable { get; init; }

    /// <summary>Gets the first window; null if there is none.</summary>
    public DisplayWindow? Window { get; init; }

    /// <summary>Gets the first VOI LUT; null if there is none.</summary>
    public LookupTable? VoiTable { get; init; }

    /// <summary>Returns the modality value of a stored value, for example in Hounsfield units.</summary>
    public double ToModality(long stored) => ModalityTable is { } table
        ? table[(int)Math.Clamp(stored, int.MinValue, int.MaxValue)]
        : (stored * Slope) + Intercept;
}
