namespace DeepQDataset.Statistics;

/// <summary>Represents the statistics of a dataset, and the number of items that could not be included.</summary>
/// <typeparam name="T">The type of the statistics of a class.</typeparam>
/// <param name="Classes">The statistics of each class: most images first, then by name; unlabelled images last.</param>
/// <param name="UnplacedLabels">The number of labels that match no image, or several.</param>
/// <param name="UnreadImages">The number of images whose headers could not be read, so that their sizes are unknown.</param>
public sealed record DatasetMeasurement<T>(IReadOnlyList<T> Classes, long UnplacedLabels, int UnreadImages);
