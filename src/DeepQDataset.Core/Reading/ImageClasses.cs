using DeepQDataset.Inventory;
using DeepQDataset.LabelMe;
using DeepQDataset.Labels;

namespace DeepQDataset.Reading;

/// <summary>Provides the classes of each image by its labels.</summary>
internal static class ImageClasses
{
    /// <summary>Returns the classes of each image of the inventory, at its index, in ordinal order.</summary>
    /// <param name="inventory">The inventory of the dataset.</param>
    /// <param name="references">The images of the names in label.csv; null if there is none.</param>
    /// <param name="labelMe">The LabelMe files, whose inventory must be given; null if there are none.</param>
    public static DqStringList[] Of(DatasetInventory inventory, LabelReferences? references, LabelMeDataset? labelMe)
    {
        DqStringList[] lists = new DqStringList[inventory.Images.Count];
        SortedSet<string>?[] classes = new SortedSet<string>?[lists.Length];
        if (references is not null)
        {
            Gather(references, classes);
        }

        foreach (LabelMeEntry file in labelMe?.Files ?? [])
        {
            foreach (LabelMeShape shape in file.Image >= 0 ? file.Content?.Shapes ?? [] : [])
            {
                (classes[file.Image] ??= new SortedSet<string>(StringComparer.Ordinal)).Add(shape.Label);
            }
        }

        Dictionary<string, DqStringList> known = new(StringComparer.Ordinal);
        for (int image = 0; image < lists.Length; image++)
        {
            IEnumerable<string> names = inventory.Images[image].Class is string folder
                ? [folder]
                : classes[image] ?? Enumerable.Empty<string>();
            DqStringList list = new(names);
            lists[image] = known.TryGetValue(list.ToString(), out DqStringList? same) ? same : known[list.ToString()] = list;
        }

        return lists;
    }

    private static void Gather(LabelReferences references, SortedSet<string>?[] classes)
    {
        foreach (LabelEntry entry in references.Table.Entries)
        {
            ImageMatch match = references.MatchOf(entry.Image);
            if (match.Kind is ImageMatchKind.Found or ImageMatchKind.Meant && entry.Class >= 0 && references.Table.ValueOf(entry) == 1)
            {
                (classes[match.Image] ??= new SortedSet<string>(StringComparer.Ordinal)).Add(references.Table.ClassNames[entry.Class]);
            }
        }
    }
}
