using DeepQDataset.Inventory;
using DeepQDataset.Labels;

namespace DeepQDataset.Rules.Classes;

/// <summary>
/// Counts the distinct images of each class: those with value 1 or at least one box in label.csv, those in the class folder, or those with
/// a shape.
/// </summary>
internal static class ClassCount
{
    [Flags]
    private enum Said
    {
        Nothing = 0,
        Zero = 1,
        One = 2,
        Perhaps = 4,
    }

    /// <summary>Returns the classes in ordinal order. A class folder without images is reported by DQ110 and is not included.</summary>
    public static List<ClassImages> Of(ValidationContext context)
    {
        List<ClassImages> classes = context.Inventory.Layout == DqLayout.ClassFolders ? OfFolders(context.Inventory)
            : context.References is { } references ? OfLabels(context, references)
            : context.LabelMe is { } labelMe ? LabelMeClassCount.Of(labelMe)
            : [];
        classes.Sort(static (left, right) => string.CompareOrdinal(left.Name, right.Name));
        return classes;
    }

    private static List<ClassImages> OfFolders(DatasetInventory inventory)
    {
        Dictionary<string, (string Path, int Images)> folders = new(StringComparer.Ordinal);
        foreach (ImageEntry image in inventory.Images)
        {
            if (image.Class is not null)
            {
                (string path, int count) = folders.GetValueOrDefault(image.Class);
                folders[image.Class] = (path ?? FolderOf(image, image.Class), count + 1);
            }
        }

        return folders.Select(folder => new ClassImages(folder.Key, folder.Value.Path, folder.Value.Images, 0)).ToList();
    }

    // The path up to the class name, since an image may be deeper (DQ107).
    private static string FolderOf(ImageEntry image, string name)
    {
        string path = image.Path;
        int start = path.IndexOf($"/{name}/", StringComparison.Ordinal);
        return start < 0 ? path[..Math.Max(path.LastIndexOf('/'), 0)] : path[..(start + 1 + name.Length)];
    }

    private static List<ClassImages> OfLabels(ValidationContext context, LabelReferences references)
    {
        LabelTable table = references.Table;
        int[] images = new int[table.ClassNames.Count];
        int[] possible = new int[table.ClassNames.Count];
        Said[] said = new Said[table.ClassNames.Count];
        bool hasImages = context.Inventory.Images.Count > 0;
        int ofAnyClass = 0;
        for (int subject = 0; subject < references.Rows.Count; subject++)
        {
            foreach (ref readonly LabelEntry row in references.Rows[subject])
            {
                bool isCertain = !hasImages || references.MatchOf(row.Image).Kind is ImageMatchKind.Found or ImageMatchKind.Meant;
                said[row.Class] |= table.ValueOf(row) == 0 ? Said.Zero : isCertain ? Said.One : Said.Perhaps;
            }

            bool mayBeAny = false;
            foreach (ref readonly LabelEntry row in references.Invalid[subject])
            {
                if (row.Class >= 0)
                {
                    said[row.Class] |= Said.Perhaps;
                }

                mayBeAny |= row.Class < 0;
            }

            ofAnyClass += mayBeAny ? 1 : 0;

            Count(references.Rows[subject], said, images, possible);
            Count(references.Invalid[subject], said, images, possible);
        }

        bool[] isClass = table.ClassesWithRows();
        List<ClassImages> classes = [];
        for (int number = 0; number < isClass.Length; number++)
        {
            if (isClass[number])
            {
                classes.Add(
                    new ClassImages(
                        table.ClassNames[number], context.Inventory.LabelFile?.Path, images[number], possible[number] + ofAnyClass));
            }
        }

        return classes;
    }

    private static void Count(ReadOnlySpan<LabelEntry> rows, Said[] said, int[] images, int[] possible)
    {
        foreach (ref readonly LabelEntry row in rows)
        {
            if (row.Class < 0)
            {
                continue;
            }

            ref Said state = ref said[row.Class];
            if (state == Said.One || state == (Said.One | Said.Perhaps))
            {
                images[row.Class]++;
            }
            else if (state is not (Said.Nothing or Said.Zero))
            {
                // Both 0 and 1 (DQ516), or an invalid row or name.
                possible[row.Class]++;
            }

            state = Said.Nothing;
        }
    }
}
