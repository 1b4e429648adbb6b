using DeepQDataset.Inventory;
using DeepQDataset.LabelMe;
using DeepQDataset.Labels;
using DeepQDataset.Sources;

namespace DeepQDataset.Reading;

/// <summary>Represents an open dataset with its images and labels, without validating it.</summary>
internal sealed class LabelledDataset : IDisposable
{
    private LabelledDataset(IDatasetSource source, DatasetInventory inventory, DatasetLabels labels, LabelMeDataset? labelMe)
    {
        Source = source;
        Inventory = inventory;
        References = labels.References;
        Labels = labelMe is null ? ImageLabels.Of(inventory, labels.File, labels.References) : new LabelMeImageLabels(labelMe);
    }

    /// <summary>Gets the source.</summary>
    public IDatasetSource Source { get; }

    /// <summary>Gets the inventory.</summary>
    public DatasetInventory Inventory { get; }

    /// <summary>Gets the images of the names in label.csv; null if there is none.</summary>
    public LabelReferences? References { get; }

    /// <summary>Gets the labels by image.</summary>
    public ImageLabels Labels { get; }

    /// <summary>Opens the folder or zip at a path and reads its labels.</summary>
    /// <param name="fullPath">The rooted path of a file or folder.</param>
    /// <param name="threads">The number of threads that read LabelMe files, at least 1.</param>
    /// <param name="cancellation">The token to monitor for cancellation requests.</param>
    /// <exception cref="FileNotFoundException">There is no folder or file at the path.</exception>
    /// <exception cref="IOException">The source cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">Access is denied.</exception>
    /// <exception cref="DatasetException">The file is not a zip, or label.csv cannot be read.</exception>
    public static LabelledDataset Open(string fullPath, int threads, CancellationToken cancellation)
    {
        IDatasetSource source = DatasetReader.Open(fullPath, cancellation);
        try
        {
            DatasetInventory inventory = DatasetReader.Inventory(
                source, threads, out LabelMeDataset? labelMe, progress: null, cancellation);
            return new LabelledDataset(source, inventory, DatasetReader.ReadLabels(source, inventory, cancellation), labelMe);
        }
        catch
        {
            source.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Source.Dispose();
}
