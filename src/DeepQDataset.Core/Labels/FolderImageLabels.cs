using DeepQDataset.Inventory;

namespace DeepQDataset.Labels;

/// <summary>Represents class folders as labels: the class of an image is its folder. A dataset without labels has none.</summary>
internal sealed class FolderImageLabels : ImageLabels
{
    private readonly IReadOnlyList<ImageEntry> _images;
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    /// <summary>Numbers the folders.</summary>
    /// <param name="inventory">The inventory of the dataset.</param>
    public FolderImageLabels(DatasetInventory inventory)
    {
        _images = inventory.Images;
        Classes = inventory.ClassFolders;
        for (int number = 0; number < Classes.Count; number++)
        {
            _numbers.TryAdd(Classes[number], number);
        }
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Classes { get; }

    /// <inheritdoc/>
    public override bool HasNegatives => false;

    /// <inheritdoc/>
    public override IReadOnlyList<string> UnplacedNames => [];

    /// <inheritdoc/>
    public override bool IsUsed(int number) => true;

    /// <inheritdoc/>
    public override void Collect(int image, List<ImageLabel> labels)
    {
        if (_images[image].Class is string name && _numbers.TryGetValue(name, out int number))
        {
            labels.Add(new ImageLabel(number, Value: 1, Box: null));
        }
    }

    /// <inheritdoc/>
    public override void CollectUnplaced(int name, List<ImageLabel> labels) => throw new ArgumentOutOfRangeException(nameof(name));
}
