using DeepQDataset.Inventory;

namespace DeepQDataset.Labels;

/// <summary>Represents the labels of a dataset image by image, from label.csv and class folders alike.</summary>
internal abstract class ImageLabels
{
    /// <summary>Gets the classes by number.</summary>
    public abstract IReadOnlyList<string> Classes { get; }

    /// <summary>Gets a value that indicates whether the labels have a place for saying that an image is not of a class.</summary>
    public abstract bool HasNegatives { get; }

    /// <summary>What is named instead of an image of the dataset: no image has the name, or several have.</summary>
    public abstract IReadOnlyList<string> UnplacedNames { get; }

    /// <summary>Gets the number of labels that are about <see cref="UnplacedNames"/>.</summary>
    public long UnplacedLabels { get; private protected init; }

    /// <summary>Chooses the form that a dataset's labels have.</summary>
    /// <param name="inventory">The dataset's inventory.</param>
    /// <param name="file">label.csv as read; null if there is none.</param>
    /// <param name="references">What label.csv says; null if there is none.</param>
    public static ImageLabels Of(DatasetInventory inventory, LabelFile? file, LabelReferences? references) =>
        inventory.Layout == DqLayout.ClassFolders || file is null || references is null
            ? new FolderImageLabels(inventory)
            : new FileImageLabels(inventory.Images.Count, file, references);

    /// <summary>
    /// Determines whether there is a class of a number: a label or a folder, with an image or without. Names of rows that make no sense are
    /// none.
    /// </summary>
    /// <param name="number">Its index in <see cref="Classes"/>.</param>
    public abstract bool IsUsed(int number);

    /// <summary>Adds the labels of an image to a list, in their order.</summary>
    /// <param name="image">Its index in the inventory.</param>
    /// <param name="labels">Receives them.</param>
    public abstract void Collect(int image, List<ImageLabel> labels);

    /// <summary>Adds the labels of a name that leads to no image to a list.</summary>
    /// <param name="name">Its index in <see cref="UnplacedNames"/>.</param>
    /// <param name="labels">Receives them.</param>
    public abstract void CollectUnplaced(int name, List<ImageLabel> labels);
}
