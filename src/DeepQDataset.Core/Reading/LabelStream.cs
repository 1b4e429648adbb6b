using DeepQDataset.Inventory;
using DeepQDataset.Labels;
using DeepQDataset.Sources;

namespace DeepQDataset.Reading;

/// <summary>Turns the rows of a label.csv into labels that know where their image is.</summary>
internal static class LabelStream
{
    /// <summary>Emits a label for each row, in the file's order; one whose image is not there has no source.</summary>
    /// <param name="source">Where the dataset is.</param>
    /// <param name="references">What label.csv says; null if there is none.</param>
    public static IEnumerable<DqLabel> Of(IDatasetSource source, LabelReferences? references)
    {
        if (references is null)
        {
            yield break;
        }

        foreach (LabelEntry entry in references.Table.Entries)
        {
            yield return ToLabel(source, references, entry);
        }
    }

    private static DqLabel ToLabel(IDatasetSource source, LabelReferences references, LabelEntry entry)
    {
        LabelTable table = references.Table;
        ImageMatch match = references.MatchOf(entry.Image);
        ImageEntry? image = match.Kind is ImageMatchKind.Found or ImageMatchKind.Meant ? references.Index.Images[match.Image] : null;
        BoundingBox? box = table.HasBoxes ? table.BoxOf(entry) : null;
        return new DqLabel
        {
            Image = image?.LabelName ?? table.ImageNames[entry.Image],
            Class = table.ClassNames[entry.Class],
            Value = box is null ? table.ValueOf(entry) : null,
            X = box?.X,
            Y = box?.Y,
            Width = box?.Width,
            Height = box?.Height,
            SourcePath = image is null ? null : SourceOf(source, image).Path,
            SourceEntry = image is null ? null : SourceOf(source, image).Entry,
            Line = entry.Line,
        };
    }

    private static (string Path, string? Entry) SourceOf(IDatasetSource source, ImageEntry image) => source.Kind == SourceKind.Zip
        ? (source.FullPath, image.Path)
        : (Path.Join(source.FullPath, image.Path.Replace('/', Path.DirectorySeparatorChar)), null);
}
