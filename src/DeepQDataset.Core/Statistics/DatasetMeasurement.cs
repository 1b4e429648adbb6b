namespace DeepQDataset.Statistics;

/// <summary>Represents the statistics of a dataset, and what could not take part in them.</summary>
/// <typeparam name="T">The statistics of a class.</typeparam>
/// <param name="Classes">Those of each class: most images first, then by name; images without a label last.</param>
/// <param name="UnplacedLabels">The number of labels that name no image, or several.</param>
/// <param name="UnreadImages">The number of images' headers could not be read, so that their sizes are not known.</param>
public sealed record DatasetMeasurement<T>(IReadOnlyList<T> Classes, long UnplacedLabels, int UnreadImages);
