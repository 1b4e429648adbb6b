namespace DeepQDataset.Imaging.Dicom.Pixels;

/// <summary>
/// Represents the display attributes of one frame, or of all frames: at the top level, or in functional groups (PS3.3 sections C.7.6.16.2.9
/// and C.7.6.16.2.10).
/// </summary>
internal sealed class FrameAttributes
{
    /// <summary>Gets or sets Rescale Intercept (0028,1052).</summary>
    public double? Intercept { get; set; }

    /// <summary>Gets or sets Rescale Slope (0028,1053).</summary>
    public double? Slope { get; set; }

    /// <summary>Gets or sets the first Window Center (0028,1050).</summary>
    public double? Center { get; set; }

    /// <summary>Gets or sets the first Window Width (0028,1051).</summary>
    public double? Width { get; set; }

    /// <summary>Gets or sets VOI LUT Function (0028,1056).</summary>
    public string? Function { get; set; }

    /// <summary>Gets a value that indicates whether there is a rescale.</summary>
    public bool HasRescale => Slope is not null || Intercept is not null;

    /// <summary>Gets a value that indicates whether there is a valid window.</summary>
    public bool HasWindow => Window is not null;

    /// <summary>Gets the window; null if there is no valid one.</summary>
    public DisplayWindow? Window =>
        Center is double center
        && Width is double width
        && new DisplayWindow(center, width, VoiFunctionOf(Function)) is { IsValid: true } window
            ? window
            : null;

    private static VoiFunction VoiFunctionOf(string? name) => name switch
    {
        "LINEAR_EXACT" => VoiFunction.LinearExact,
        "SIGMOID" => VoiFunction.Sigmoid,
        _ => VoiFunction.Linear,
    };
}
