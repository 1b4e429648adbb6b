using DeepQDataset.Inventory;
using DeepQDataset.Sources;
using DeepQDataset.Sources.Embedded;
using DeepQDataset.Text;

namespace DeepQDataset.LabelMe;

/// <summary>
/// Creates the labels that the platform reads from a LabelMe dataset (guide chapter 2.3): a box for each rectangle if there are any;
/// otherwise the classes of the shapes of each image. Broken files and shapes have no labels.
/// </summary>
internal static class LabelMeLabels
{
    /// <summary>Returns the classes, which are the labels of all shapes, in ordinal order.</summary>
    public static string[] ClassNames(LabelMeDataset dataset)
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (LabelMeEntry file in dataset.Files)
        {
            foreach (LabelMeShape shape in file.Content?.Shapes ?? [])
            {
                names.Add(shape.Label);
            }
        }

        string[] sorted = [.. names];
        Array.Sort(sorted, StringComparer.Ordinal);
        return sorted;
    }

    /// <summary>Returns the number of labels.</summary>
    public static long Count(LabelMeDataset dataset) => Count(dataset, static _ => true);

    /// <summary>Returns the number of labels of some files.</summary>
    public static long Count(LabelMeDataset dataset, Func<LabelMeEntry, bool> counts)
    {
        DqTask task = dataset.Task;
        long count = 0;
        foreach (LabelMeEntry file in dataset.Files)
        {
            count += counts(file) ? Shapes(file, task).Count() + (IsNegative(file) ? 1 : 0) : 0;
        }

        return count;
    }

    /// <summary>Returns the labels in the order of the files and their shapes.</summary>
    /// <param name="source">The source of the dataset.</param>
    /// <param name="dataset">The files.</param>
    public static IEnumerable<DqLabel> Of(IDatasetSource source, LabelMeDataset dataset)
    {
        DqTask task = dataset.Task;
        foreach (LabelMeEntry file in dataset.Files)
        {
            ImageEntry? image = file.Image < 0 ? null : dataset.Inventory.Images[file.Image];
            if (IsNegative(file))
            {
                yield return ToLabel(source, file, image);
            }

            foreach (LabelMeShape shape in Shapes(file, task))
            {
                yield return ToLabel(source, file, image, shape, isBox: task == DqTask.Detection);
            }
        }
    }

    /// <summary>Determines whether the image of a file is empty: it has neither shapes nor flags.</summary>
    public static bool IsNegative(LabelMeEntry file) => file.IsSound && file.Content is { Shapes.Count: 0, Flags.Count: 0 };

    private static EntryLocation SourceOf(IDatasetSource source, ImageEntry image) =>
        image.Embedded is not null ? EmbeddedSource.Of(source, image.Entry) : EntryLocation.Of(source, image.Entry);

    /// <summary>Returns the shapes of a file that have a label.</summary>
    /// <param name="file">The file.</param>
    /// <param name="task">The task of the dataset.</param>
    public static IEnumerable<LabelMeShape> Shapes(LabelMeEntry file, DqTask task)
    {
        if (!file.IsSound)
        {
            return [];
        }

        IEnumerable<LabelMeShape> whole = file.Content!.Shapes.Where(static shape => !shape.IsBroken);
        return task == DqTask.Detection
            ? whole.Where(static shape => shape.Kind == LabelMeShapeKind.Rectangle)
            : whole.DistinctBy(static shape => shape.Label, StringComparer.Ordinal);
    }

    private static DqLabel ToLabel(IDatasetSource source, LabelMeEntry file, ImageEntry? image)
    {
        EntryLocation? location = image is null ? null : SourceOf(source, image);
        return new DqLabel
        {
            Image = image?.LabelName ?? EntryPath.Stem(file.Entry.Path),
            Class = DqLabel.NegativeClass,
            SourcePath = location?.Path,
            SourceEntry = location?.Entry,
        };
    }

    private static DqLabel ToLabel(IDatasetSource source, LabelMeEntry file, ImageEntry? image, LabelMeShape shape, bool isBox) =>
        ToLabel(source, file, image) with
        {
            Class = shape.Label,
            Value = isBox ? null : 1,
            X = isBox ? shape.Box.X : null,
            Y = isBox ? shape.Box.Y : null,
            Width = isBox ? shape.Box.Width : null,
            Height = isBox ? shape.Box.Height : null,
            Line = shape.Place.Line,
        };
}
