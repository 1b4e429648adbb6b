namespace DeepQDataset.Building.Planning;

/// <summary>A label by the numbers of its image and its class, which is how a million of them are sorted and compared.</summary>
/// <param name="Label">Its place in the order in which the labels came.</param>
/// <param name="Image">Its image's place among the images.</param>
/// <param name="Class">
/// Its class's place among the classes; <see cref="Unlabelled"/> for an image without a label, <see cref="Nothing"/> for one that holds nothing.
/// </param>
internal readonly record struct LabelReference(int Label, int Image, int Class)
{
    /// <summary>The class of an image that nobody labelled.</summary>
    public const int Unlabelled = -1;

    /// <summary>The class of an image of which a label says that it holds nothing.</summary>
    public const int Nothing = -2;
}
