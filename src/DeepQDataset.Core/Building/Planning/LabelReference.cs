namespace DeepQDataset.Building.Planning;

/// <summary>Represents a label by the indexes of its image and class, so that millions of labels can be sorted and compared.</summary>
/// <param name="Label">The index of the label in input order.</param>
/// <param name="Image">The index of the image.</param>
/// <param name="Class">
/// The index of the class; <see cref="Unlabelled"/> for an image without a label, <see cref="Nothing"/> for an image without any object.
/// </param>
internal readonly record struct LabelReference(int Label, int Image, int Class)
{
    /// <summary>The class of an unlabelled image.</summary>
    public const int Unlabelled = -1;

    /// <summary>The class of an image that is labelled as having no object.</summary>
    public const int Nothing = -2;
}
