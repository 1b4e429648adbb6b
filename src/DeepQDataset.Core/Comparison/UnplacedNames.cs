using DeepQDataset.Inventory;
using DeepQDataset.Labels;
using DeepQDataset.Reading;

namespace DeepQDataset.Comparison;

/// <summary>
/// Finds the names in two label files that match no image of their own dataset. A name may match an image of the other dataset, if the
/// image was added or removed without its labels.
/// </summary>
internal sealed class UnplacedNames
{
    private readonly Dictionary<int, List<int>> _ofReference = [];
    private readonly Dictionary<int, List<int>> _ofDifference = [];
    private readonly SortedDictionary<string, (List<int> Before, List<int> After)> _others = new(StringComparer.Ordinal);

    private UnplacedNames()
    {
    }

    /// <summary>Matches the names of each dataset with the images that only the other one has.</summary>
    public static UnplacedNames Of(LabelledDataset reference, LabelledDataset difference, ImagePairs pairs)
    {
        UnplacedNames names = new();
        Place(
            reference.Labels.UnplacedNames,
            difference.Inventory.Images,
            image => pairs.ReferenceOf(image) < 0,
            names._ofReference,
            (name, number) => names.Other(name).Before.Add(number));
        Place(
            difference.Labels.UnplacedNames,
            reference.Inventory.Images,
            image => pairs.DifferenceOf(image) < 0,
            names._ofDifference,
            (name, number) => names.Other(name).After.Add(number));
        return names;
    }

    /// <summary>Returns the indexes of the names in the reference's labels that match an added image.</summary>
    public IReadOnlyList<int> OfReferenceAt(int difference) => _ofReference.TryGetValue(difference, out List<int>? names) ? names : [];

    /// <summary>Returns the indexes of the names in the compared dataset's labels that match a removed image.</summary>
    public IReadOnlyList<int> OfDifferenceAt(int reference) => _ofDifference.TryGetValue(reference, out List<int>? names) ? names : [];

    /// <summary>Returns all other names in ordinal order, with their indexes in each dataset.</summary>
    public IEnumerable<(string Name, IReadOnlyList<int> Before, IReadOnlyList<int> After)> Others() =>
        _others.Select(static pair => (pair.Key, (IReadOnlyList<int>)pair.Value.Before, (IReadOnlyList<int>)pair.Value.After));

    private (List<int> Before, List<int> After) Other(string name)
    {
        if (!_others.TryGetValue(name, out (List<int> Before, List<int> After) numbers))
        {
            _others[name] = numbers = ([], []);
        }

        return numbers;
    }

    private static void Place(
        IReadOnlyList<string> names,
        IReadOnlyList<ImageEntry> images,
        Func<int, bool> isAlone,
        Dictionary<int, List<int>> found,
        Action<string, int> addOther)
    {
        if (names.Count == 0)
        {
            return;
        }

        ImageNameIndex index = new(images);
        for (int number = 0; number < names.Count; number++)
        {
            ImageMatch match = index.FindMeant(names[number]);
            if (match.Kind is ImageMatchKind.Found or ImageMatchKind.Meant && isAlone(match.Image))
            {
                if (!found.TryGetValue(match.Image, out List<int>? numbers))
                {
                    found[match.Image] = numbers = [];
                }

                numbers.Add(number);
            }
            else
            {
                addOther(names[number], number);
            }
        }
    }
}
