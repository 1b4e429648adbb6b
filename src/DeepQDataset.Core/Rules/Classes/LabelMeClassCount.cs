using DeepQDataset.LabelMe;

namespace DeepQDataset.Rules.Classes;

/// <summary>Counts the distinct images of each class of a LabelMe dataset: those with a shape of that label, of any kind.</summary>
internal static class LabelMeClassCount
{
    /// <summary>Counts the images.</summary>
    /// <returns>The classes in no particular order. Images that an issue makes uncertain are possible ones.</returns>
    public static List<ClassImages> Of(LabelMeDataset dataset)
    {
        Dictionary<string, (HashSet<int> Certain, HashSet<int> Possible)> classes = new(StringComparer.Ordinal);
        bool hasImages = dataset.Inventory.Images.Count > 0;
        int ofAnyClass = 0;
        for (int index = 0; index < dataset.Files.Count; index++)
        {
            LabelMeEntry file = dataset.Files[index];
            ofAnyClass += file.IsSound ? 0 : 1;

            // Two files may name the same image; a file whose image is missing counts as an image of its own.
            int image = file.Image >= 0 ? file.Image : -1 - index;
            foreach (LabelMeShape shape in file.Content?.Shapes ?? [])
            {
                if (!classes.TryGetValue(shape.Label, out (HashSet<int> Certain, HashSet<int> Possible) counted))
                {
                    classes.Add(shape.Label, counted = ([], []));
                }

                if (file.IsSound)
                {
                    (!shape.IsBroken && (image >= 0 || !hasImages) ? counted.Certain : counted.Possible).Add(image);
                }
            }
        }

        List<ClassImages> all = new(classes.Count);
        foreach ((string name, (HashSet<int> certain, HashSet<int> possible)) in classes)
        {
            possible.ExceptWith(certain);
            all.Add(new ClassImages(name, null, certain.Count, possible.Count + ofAnyClass));
        }

        return all;
    }
}
