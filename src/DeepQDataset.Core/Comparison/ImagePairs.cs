using DeepQDataset.Inventory;

namespace DeepQDataset.Comparison;

/// <summary>
/// Pairs the images of two deliveries by name: by path below <c>image</c> or <c>Classes</c>, ignoring spelling and enclosing folders;
/// otherwise by the name in label.csv if it is unique on both sides. An image that moved to another class folder is the same image.
/// </summary>
internal sealed class ImagePairs
{
    private const int ImagesBetweenCancellations = 1 << 12;

    private readonly int[] _differenceOf;
    private readonly int[] _referenceOf;

    private ImagePairs(int references, int differences)
    {
        _differenceOf = new int[references];
        _referenceOf = new int[differences];
        Array.Fill(_differenceOf, -1);
        Array.Fill(_referenceOf, -1);
    }

    /// <summary>Returns the index in the compared dataset of an image of the reference; −1 if it was removed.</summary>
    public int DifferenceOf(int reference) => _differenceOf[reference];

    /// <summary>Returns the index in the reference of an image of the compared dataset; −1 if it was added.</summary>
    public int ReferenceOf(int difference) => _referenceOf[difference];

    /// <summary>Pairs images by name.</summary>
    /// <param name="reference">The earlier delivery.</param>
    /// <param name="difference">The later one.</param>
    /// <param name="cancellation">The token to monitor for cancellation requests.</param>
    public static ImagePairs Match(DatasetInventory reference, DatasetInventory difference, CancellationToken cancellation)
    {
        ImagePairs pairs = new(reference.Images.Count, difference.Images.Count);
        pairs.Match(
            reference.Images, difference.Images, image => PlaceOf(image, reference), image => PlaceOf(image, difference), cancellation);
        pairs.Match(reference.Images, difference.Images, static image => image.LabelName, static image => image.LabelName, cancellation);
        return pairs;
    }

    /// <summary>Adds a pair.</summary>
    public void Add(int reference, int difference)
    {
        _differenceOf[reference] = difference;
        _referenceOf[difference] = reference;
    }

    /// <summary>Returns the indexes of the images of the reference without a pair.</summary>
    public List<int> UnpairedReferences() => Unpaired(_differenceOf);

    /// <summary>Returns the indexes of the images of the compared dataset without a pair.</summary>
    public List<int> UnpairedDifferences() => Unpaired(_referenceOf);

    private static List<int> Unpaired(int[] others)
    {
        List<int> unpaired = [];
        for (int image = 0; image < others.Length; image++)
        {
            if (others[image] < 0)
            {
                unpaired.Add(image);
            }
        }

        return unpaired;
    }

    /// <summary>Returns the path below the folder of the layout.</summary>
    private static string PlaceOf(ImageEntry image, DatasetInventory inventory)
    {
        string path = image.Path;
        int start = inventory.EnclosingFolder.Length == 0 ? 0 : inventory.EnclosingFolder.Length + 1;
        if (inventory.Layout != DqLayout.LabelMe)
        {
            start = path.IndexOf('/', Math.Min(start, path.Length)) + 1;
        }

        return path.AsSpan(start).SequenceEqual(image.LabelName) ? image.LabelName : path[start..];
    }

    private void Match(
        IReadOnlyList<ImageEntry> references,
        IReadOnlyList<ImageEntry> differences,
        Func<ImageEntry, string> referenceKey,
        Func<ImageEntry, string> differenceKey,
        CancellationToken cancellation)
    {
        List<int> unpaired = UnpairedReferences();
        Dictionary<string, int> known = new(unpaired.Count, StringComparer.Ordinal);
        foreach (int reference in unpaired)
        {
            Check(reference, cancellation);
            string key = referenceKey(references[reference]);
            known[key] = known.ContainsKey(key) ? -1 : reference;
        }

        // A key that occurs twice on one side is ambiguous.
        Dictionary<int, int> found = [];
        foreach (int difference in known.Count == 0 ? [] : UnpairedDifferences())
        {
            Check(difference, cancellation);
            if (known.TryGetValue(differenceKey(differences[difference]), out int reference) && reference >= 0)
            {
                found[reference] = found.ContainsKey(reference) ? -1 : difference;
            }
        }

        foreach ((int reference, int difference) in found)
        {
            if (difference >= 0)
            {
                Add(reference, difference);
            }
        }
    }

    private static void Check(int image, CancellationToken cancellation)
    {
        if (image % ImagesBetweenCancellations == 0)
        {
            cancellation.ThrowIfCancellationRequested();
        }
    }
}
