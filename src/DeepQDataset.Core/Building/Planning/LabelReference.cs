namespace DeepQDataset.Building.Planning;

/// <summary>A label by the numbers of its image and its class, which is how a million of them are sorted and compared.</summary>
/// <param name="Label">Its place in the order in which the labels came.</param>
/// <param name="Image">Its image's place among the images.</param>
/// <param name="Class">Its class's place among the classes; -1 for an image without a label.</param>
internal readonly record struct LabelReference(int Label, int Image, int Class);
