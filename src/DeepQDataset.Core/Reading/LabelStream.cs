using DeepQDataset.Inventory;
using DeepQDataset.Labels;
using DeepQDataset.Sources;

namespace DeepQDataset.Reading;

/// <summary>Converts the rows of a label.csv into labels with the source of their image.</summary>
internal static class LabelStream
{
    /// <summary>Returns a label for each row in file order. If the image does not exist, the label has no source.</summary>
    /// <param name="source">The source of the dataset.</param>
    /// <param name="references">The images of the names in label.csv; null if there is none.</param>
    public static IEnumerable<DqLabel> Of(IDatasetSource source, LabelReferences? references)
    {
        if (references is null)
        {
            yield break;
        }

        List<LabelEntry> entries = references.Table.Entries;
        List<LabelEntry> negatives = references.Table.Negatives;
        int next = 0;
        foreach (LabelEntry entry in entries)
        {
            for (; next < negatives.Count && negatives[next].Line < entry.Line; next++)
            {
                yield return ToLabel(source, references, negatives[next], isNegative: true);
            }

            yield return ToLabel(source, references, entry, isNegative: false);
        }

        for (; next < negatives.Count; next++)
        {
            yield return ToLabel(source, references, negatives[next], isNegative: true);
        }
    }

    private static DqLabel ToLabel(IDatasetSource source, LabelReferences references, LabelEntry entry, bool isNegative)
    {
        LabelTable table = references.Table;
        ImageMatch match = references.MatchOf(entry.Image);
        ImageEntry? image = match.Kind is ImageMatchKind.Found or ImageMatchKind.Meant ? references.Index.Images[match.Image] : null;
        EntryLocation? location = image is null ? null : EntryLocation.Of(source, image.Entry);
        DqLabel label = new()
        {
            Image = image?.LabelName ?? table.ImageNames[entry.Image],
            Class = isNegative ? NegativeClass.Name : table.ClassNames[entry.Class],
            SourcePath = location?.Path,
            SourceEntry = location?.Entry,
            Line = entry.Line,
        };
        if (isNegative)
        {
            return label;
        }

        if (table.HasBoxes)
        {
            BoundingBox box = table.BoxOf(entry);
            return label with { X = box.X, Y = box.Y, Width = box.Width, Height = box.Height };
        }

        if (table.HasMasks)
        {
            LabelMask mask = table.MaskOf(entry);
            return label with { Mask = mask.Text, MaskWidth = mask.Width, MaskHeight = mask.Height };
        }

        return label with { Value = table.ValueOf(entry) };
    }
}
