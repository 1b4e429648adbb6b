namespace DeepQDataset;

/// <summary>Represents the number of images and boxes of a class, and their sizes in pixels. Unknown values are null.</summary>
public sealed class DqClassStatistics
{
    internal DqClassStatistics()
    {
    }

    /// <summary>
    /// Gets the name of the dataset, which is that of the folder, or of the zip without <c>.zip</c>; empty for labels from the pipeline.
    /// </summary>
    public string Dataset { get; internal init; } = "";

    /// <summary>Gets the class; null for unlabelled images, which come last.</summary>
    public string? Class { get; internal init; }

    /// <summary>Gets the number of images of the class: by a 1 in label.csv, at least one box, or their folder.</summary>
    public int Images { get; internal init; }

    /// <summary>Gets the share of the dataset's images that have the class, 0 to 1. An image may have several classes.</summary>
    public double Share { get; internal init; }

    /// <summary>Gets the number of images with the value 0; null if the labels are boxes or folders, which cannot express it.</summary>
    public int? Negative { get; internal init; }

    /// <summary>Gets the number of boxes; null if the labels are not boxes.</summary>
    public int? Boxes { get; internal init; }

    /// <summary>Gets the minimum width of the boxes.</summary>
    public double? MinimumBoxWidth { get; internal init; }

    /// <summary>Gets the median width of the boxes.</summary>
    public double? MedianBoxWidth { get; internal init; }

    /// <summary>Gets the maximum width of the boxes.</summary>
    public double? MaximumBoxWidth { get; internal init; }

    /// <summary>Gets the minimum height of the boxes.</summary>
    public double? MinimumBoxHeight { get; internal init; }

    /// <summary>Gets the median height of the boxes.</summary>
    public double? MedianBoxHeight { get; internal init; }

    /// <summary>Gets the maximum height of the boxes.</summary>
    public double? MaximumBoxHeight { get; internal init; }

    /// <summary>Gets the minimum area of the boxes, in square pixels.</summary>
    public double? MinimumBoxArea { get; internal init; }

    /// <summary>Gets the median area of the boxes, in square pixels.</summary>
    public double? MedianBoxArea { get; internal init; }

    /// <summary>Gets the maximum area of the boxes, in square pixels.</summary>
    public double? MaximumBoxArea { get; internal init; }

    /// <summary>Gets the number of masks that are not empty; null if the labels are not masks.</summary>
    public int? Masks { get; internal init; }

    /// <summary>Gets the minimum share of the image that a mask covers, 0 to 1; empty masks do not count.</summary>
    public double? MinimumMaskShare { get; internal init; }

    /// <summary>Gets the median share of the image that a mask covers, 0 to 1.</summary>
    public double? MedianMaskShare { get; internal init; }

    /// <summary>Gets the maximum share of the image that a mask covers, 0 to 1.</summary>
    public double? MaximumMaskShare { get; internal init; }

    /// <summary>Gets the minimum width of the images.</summary>
    public int? MinimumImageWidth { get; internal init; }

    /// <summary>Gets the median width of the images.</summary>
    public double? MedianImageWidth { get; internal init; }

    /// <summary>Gets the maximum width of the images.</summary>
    public int? MaximumImageWidth { get; internal init; }

    /// <summary>Gets the minimum height of the images.</summary>
    public int? MinimumImageHeight { get; internal init; }

    /// <summary>Gets the median height of the images.</summary>
    public double? MedianImageHeight { get; internal init; }

    /// <summary>Gets the maximum height of the images.</summary>
    public int? MaximumImageHeight { get; internal init; }

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{Class}: {Images}");
}
