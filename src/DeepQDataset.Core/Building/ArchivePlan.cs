using DeepQDataset.Inventory;
using DeepQDataset.Sources;

namespace DeepQDataset.Building;

/// <summary>What an archive will hold: a pure list of sources and entry names. Nothing is read or written by making one.</summary>
public sealed class ArchivePlan
{
    private ArchivePlan()
    {
    }

    /// <summary>Plans the archive of a dataset as it is: its layout at the root, system and stray files left out.</summary>
    /// <param name="source">The folder or zip; it must stay open until the archive is written.</param>
    /// <param name="inventory">Its inventory.</param>
    public static ArchivePlan FromDataset(IDatasetSource source, DatasetInventory inventory) => new();

    /// <summary>Plans the archive of labels: <c>image/</c> with valid, unique names, and label.csv in complete one-hot form.</summary>
    /// <param name="labels">The labels.</param>
    /// <param name="imageFolder">Where the images of labels without a SourcePath lie; null when every label has one.</param>
    /// <exception cref="DatasetException">No label, or an image that is not there.</exception>
    public static ArchivePlan FromLabels(LabelSet labels, string? imageFolder) => new();
}
