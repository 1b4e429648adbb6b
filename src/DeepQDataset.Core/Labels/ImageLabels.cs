using DeepQDataset.Inventory;

namespace DeepQDataset.Labels;

/// <summary>Represents the labels of a dataset by image, both from label.csv and from class folders.</summary>
internal abstract class ImageLabels
{
    /// <summary>Gets the classes by number.</summary>
    public abstract IReadOnlyList<string> Classes { get; }

    /// <summary>Gets a value that indicates whether the labels can express that an image does not have a class.</summary>
    public abstract bool HasNegatives { get; }

    /// <summary>Gets the names of labels that match no image of the dataset, or several.</summary>
    public abstract IReadOnlyList<string> UnplacedNames { get; }

    /// <summary>Gets the number of labels with <see cref="UnplacedNames"/>.</summary>
    public long UnplacedLabels { get; private protected init; }

    /// <summary>Creates the labels of a dataset.</summary>
    /// <param name="inventory">The inventory of the dataset.</param>
    /// <param name="file">The label file; null if there is none.</param>
    /// <param name="references">The images of its names; null if there is no label file.</param>
    public static ImageLabels Of(DatasetInventory inventory, LabelFile? file, LabelReferences? references) =>
        inventory.Layout == DqLayout.ClassFolders || file is null || references is null
            ? new FolderImageLabels(inventory)
            : new FileImageLabels(inventory.Images.Count, file, references);

    /// <summary>
    /// Determines whether a class is used: by a label or a folder, even one without images. Classes that only invalid rows have are not
    /// used.
    /// </summary>
    /// <param name="number">The index in <see cref="Classes"/>.</param>
    public abstract bool IsUsed(int number);

    /// <summary>Adds the labels of an image to a list, in order.</summary>
    /// <param name="image">The index of the image in the inventory.</param>
    /// <param name="labels">Receives the labels.</param>
    public abstract void Collect(int image, List<ImageLabel> labels);

    /// <summary>Adds the labels of a name without an image to a list.</summary>
    /// <param name="name">The index in <see cref="UnplacedNames"/>.</param>
    /// <param name="labels">Receives the labels.</param>
    public abstract void CollectUnplaced(int name, List<ImageLabel> labels);
}
