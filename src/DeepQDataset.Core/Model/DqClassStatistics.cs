namespace DeepQDataset;

/// <summary>
/// Represents the number of images and boxes a class has, and how large they are. Sizes are in pixels; what nothing is known of is null.
/// </summary>
public sealed class DqClassStatistics
{
    internal DqClassStatistics()
    {
    }

    /// <summary>Gets the dataset's name: the folder's, or the zip's without <c>.zip</c>; empty for labels from the pipeline.</summary>
    public string Dataset { get; internal init; } = "";

    /// <summary>Gets the class; null for the images without any label, which come last.</summary>
    public string? Class { get; internal init; }

    /// <summary>
    /// Gets the number of images that are of the class: by a 1 in label.csv, at least one box, or the folder they lie in.
    /// </summary>
    public int Images { get; internal init; }

    /// <summary>Gets the part of all the dataset's images that are of the class, 0 to 1. An image may be of several.</summary>
    public double Share { get; internal init; }

    /// <summary>Gets the number of images a label says 0 of; null if the labels are boxes or folders, which cannot say so.</summary>
    public int? Negative { get; internal init; }

    /// <summary>Gets the number of boxes; null if the labels are no boxes.</summary>
    public int? Boxes { get; internal init; }

    /// <summary>Gets the narrowest box.</summary>
    public double? MinimumBoxWidth { get; internal init; }

    /// <summary>Gets the median width of the boxes.</summary>
    public double? MedianBoxWidth { get; internal init; }

    /// <summary>Gets the widest box.</summary>
    public double? MaximumBoxWidth { get; internal init; }

    /// <summary>Gets the lowest box.</summary>
    public double? MinimumBoxHeight { get; internal init; }

    /// <summary>Gets the median height of the boxes.</summary>
    public double? MedianBoxHeight { get; internal init; }

    /// <summary>Gets the highest box.</summary>
    public double? MaximumBoxHeight { get; internal init; }

    /// <summary>Gets the smallest box, in square pixels.</summary>
    public double? MinimumBoxArea { get; internal init; }

    /// <summary>Gets the median area of the boxes, in square pixels.</summary>
    public double? MedianBoxArea { get; internal init; }

    /// <summary>Gets the largest box, in square pixels.</summary>
    public double? MaximumBoxArea { get; internal init; }

    /// <summary>Gets the number of masks with a pixel inside; null if the labels are no masks.</summary>
    public int? Masks { get; internal init; }

    /// <summary>Gets the smallest part of its image that a mask covers, 0 to 1; masks without a pixel do not count.</summary>
    public double? MinimumMaskShare { get; internal init; }

    /// <summary>Gets the median part of their images that the masks cover, 0 to 1.</summary>
    public double? MedianMaskShare { get; internal init; }

    /// <summary>Gets the largest part of its image that a mask covers, 0 to 1.</summary>
    public double? MaximumMaskShare { get; internal init; }

    /// <summary>Gets the narrowest of the images.</summary>
    public int? MinimumImageWidth { get; internal init; }

    /// <summary>Gets the median width of the images.</summary>
    public double? MedianImageWidth { get; internal init; }

    /// <summary>Gets the widest of the images.</summary>
    public int? MaximumImageWidth { get; internal init; }

    /// <summary>Gets the lowest of the images.</summary>
    public int? MinimumImageHeight { get; internal init; }

    /// <summary>Gets the median height of the images.</summary>
    public double? MedianImageHeight { get; internal init; }

    /// <summary>Gets the highest of the images.</summary>
    public int? MaximumImageHeight { get; internal init; }

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{Class}: {Images}");
}
