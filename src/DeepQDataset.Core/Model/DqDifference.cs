namespace DeepQDataset;

/// <summary>One difference between two deliveries of a dataset.</summary>
public sealed class DqDifference
{
    internal DqDifference()
    {
    }

    /// <summary>Gets the name of the dataset that is compared.</summary>
    public string Dataset { get; internal init; } = "";

    /// <summary>Gets the name of the dataset that it is compared with.</summary>
    public string Reference { get; internal init; } = "";

    /// <summary>What became of it.</summary>
    public DqDifferenceKind Kind { get; internal init; }

    /// <summary>Gets a value that indicates whether it is an image or a label.</summary>
    public DqDifferenceItem Item { get; internal init; }

    /// <summary>
    /// Gets the image's entry in the compared dataset, or in the reference where it was removed; for a label without an image, the name
    /// that it has there.
    /// </summary>
    public string Path { get; internal init; } = "";

    /// <summary>Gets the label's class; null for an image.</summary>
    public string? Class { get; internal init; }

    /// <summary>
    /// What the reference has: an image's size in bytes, its path where it was renamed; a label's value (0 or 1), or its box as label.csv
    /// writes it (<c>xLeft,yTop,width,height</c>). Null for what was added.
    /// </summary>
    public string? Before { get; internal init; }

    /// <summary>What the compared dataset has, in the same way; null for what was removed.</summary>
    public string? After { get; internal init; }

    /// <inheritdoc/>
    public override string ToString() => $"{Kind} {Path}{(Class is null ? "" : $" {Class}")}";
}
