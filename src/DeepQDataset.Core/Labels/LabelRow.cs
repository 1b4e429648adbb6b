namespace DeepQDataset.Labels;

/// <summary>Represents a valid record of label.csv.</summary>
/// <param name="Line">The 1-based physical line at which it starts.</param>
/// <param name="Image">The image name, trimmed.</param>
/// <param name="Class">The class or object, trimmed.</param>
/// <param name="Value">The one-hot value: 1 or 0; 1 in the two-column form and for a box.</param>
/// <param name="Box">The box; null for classification.</param>
internal readonly record struct LabelRow(int Line, string Image, string Class, int Value, BoundingBox? Box)
{
    /// <summary>Gets the mask; null if the task is not segmentation.</summary>
    public LabelMask? Mask { get; init; }
}
