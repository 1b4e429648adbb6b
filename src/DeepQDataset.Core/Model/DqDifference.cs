namespace DeepQDataset;

/// <summary>Represents one difference between two deliveries of a dataset.</summary>
public sealed class DqDifference
{
    internal DqDifference()
    {
    }

    /// <summary>Gets the name of the compared dataset.</summary>
    public string Dataset { get; internal init; } = "";

    /// <summary>Gets the name of the reference dataset.</summary>
    public string Reference { get; internal init; } = "";

    /// <summary>Gets the kind of difference.</summary>
    public DqDifferenceKind Kind { get; internal init; }

    /// <summary>Gets a value that indicates whether an image or a label differs.</summary>
    public DqDifferenceItem Item { get; internal init; }

    /// <summary>
    /// Gets the entry of the image in the compared dataset, or in the reference if it was removed; for a label without an image, the name
    /// in the label.
    /// </summary>
    public string Path { get; internal init; } = "";

    /// <summary>Gets the class of the label; null for an image.</summary>
    public string? Class { get; internal init; }

    /// <summary>
    /// Gets the value in the reference: the size of an image in bytes, or its path if it was renamed; the value of a label (0 or 1), or its
    /// box as in label.csv (<c>xLeft,yTop,width,height</c>). Null if it was added.
    /// </summary>
    public string? Before { get; internal init; }

    /// <summary>Gets the value in the compared dataset, in the same form; null if it was removed.</summary>
    public string? After { get; internal init; }

    /// <inheritdoc/>
    public override string ToString() => $"{Kind} {Path}{(Class is null ? "" : $" {Class}")}";
}
