using DeepQDataset.Inventory;
using DeepQDataset.LabelMe;
using DeepQDataset.Labels;

namespace DeepQDataset.Reading;

/// <summary>Represents the totals of a dataset's inventory and labels.</summary>
/// <param name="Task">The task of the labels.</param>
/// <param name="Labels">
/// The number of labels: rows of label.csv, images in class folders, or labels that <see cref="LabelMeLabels"/> creates from shapes.
/// </param>
/// <param name="ClassNames">The classes in ordinal order.</param>
internal sealed record DatasetSummary(DqTask Task, long Labels, IReadOnlyList<string> ClassNames)
{
    /// <summary>Creates the totals.</summary>
    /// <param name="inventory">The inventory of the dataset.</param>
    /// <param name="labels">The label file; null if there is none.</param>
    /// <param name="labelMe">The LabelMe files; null if there are none.</param>
    public static DatasetSummary From(DatasetInventory inventory, LabelFile? labels, LabelMeDataset? labelMe)
    {
        if (inventory.Layout == DqLayout.ClassFolders)
        {
            return new DatasetSummary(
                DqTask.Classification, inventory.Images.Count(image => image.Class is not null), inventory.ClassFolders);
        }

        if (labelMe is not null)
        {
            return new DatasetSummary(labelMe.Task, LabelMeLabels.Count(labelMe), LabelMeLabels.ClassNames(labelMe));
        }

        if (labels is null)
        {
            return new DatasetSummary(DqTask.None, 0, []);
        }

        string[] classes = labels.Rows.Select(row => row.Class).Where(name => name.Length > 0).Distinct(StringComparer.Ordinal).ToArray();
        Array.Sort(classes, StringComparer.Ordinal);
        return new DatasetSummary(labels.Task, labels.Rows.Count + labels.Table.Negatives.Count, classes);
    }
}
