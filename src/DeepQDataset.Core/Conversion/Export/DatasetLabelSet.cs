using DeepQDataset.Building.Planning;
using DeepQDataset.Inventory;
using DeepQDataset.LabelMe;
using DeepQDataset.Reading;
using DeepQDataset.Sources;

namespace DeepQDataset.Conversion.Export;

/// <summary>Reads the labels of a dataset, including one for each image without labels.</summary>
internal static class DatasetLabelSet
{
    /// <summary>Reads the labels.</summary>
    /// <param name="fullPath">The rooted path of the dataset's folder or zip.</param>
    /// <param name="options">The images to leave out and the number of threads.</param>
    /// <param name="log">Receives labels that cannot be used.</param>
    /// <param name="cancellation">The token to monitor for cancellation requests.</param>
    /// <param name="folders">The folders of the dataset, which must not be written to.</param>
    public static LabelSet Read(
        string fullPath, ExportOptions options, ConversionLog log, CancellationToken cancellation, out IReadOnlyList<string> folders)
    {
        LabelSet labels = new();
        HashSet<(string, string?)> seen = [];
        foreach (DqLabel label in DatasetReader.ReadLabels(fullPath, options.ThrottleLimit, progress: null, cancellation))
        {
            if (label.SourcePath is null)
            {
                log.Add(ExportReasons.RowWithoutImage, fullPath, label.Line, $"'{label.Image}'");
            }
            else if (!options.IsExcluded(label.Image))
            {
                seen.Add((label.SourcePath, label.SourceEntry));
                Add(labels, label, fullPath, log);
            }
        }

        using IDatasetSource source = DatasetReader.Open(fullPath, cancellation);
        folders = source.Folders;
        DatasetInventory inventory = DatasetReader.Inventory(
            source, options.ThrottleLimit, out LabelMeDataset? labelMe, progress: null, cancellation);
        foreach (ImageEntry image in labelMe is null ? inventory.Images : [])
        {
            cancellation.ThrowIfCancellationRequested();
            EntryLocation location = EntryLocation.Of(source, image.Entry);
            DqLabel none = new()
            {
                Image = image.LabelName,
                SourcePath = location.Path,
                SourceEntry = location.Entry,
            };
            bool isLeftOut = options.IsExcluded(image.Path) || options.IsExcluded(image.LabelName);
            if (!isLeftOut && !seen.Contains((location.Path, location.Entry)))
            {
                labels.Add(none);
            }
        }

        return labels;
    }

    private static void Add(LabelSet labels, DqLabel label, string fullPath, ConversionLog log)
    {
        try
        {
            labels.Add(label);
        }
        catch (DatasetException exception) when (exception.ErrorId != "MixedLabels")
        {
            log.Add(ExportReasons.LabelInvalid, fullPath, label.Line, exception.Message.TrimEnd('.'));
        }
    }
}
