using DeepQDataset.Labels;

namespace DeepQDataset.Repair;

/// <summary>
/// Names in label.csv that lead to no image, and the images that each may mean by its spelling. What the lines of such a name say may be
/// said of such an image, so nothing contrary is made up for it.
/// </summary>
internal sealed class LostNames
{
    private const int MaximumNames = 10_000;

    private readonly Dictionary<int, List<int>> _namesOfImage = [];
    private readonly LabelReferences _references;
    private readonly bool _mayBeAny;

    /// <summary>Finds them.</summary>
    /// <param name="references">The names and the images.</param>
    /// <param name="cancellation">The token to monitor for cancellation requests.</param>
    public LostNames(LabelReferences references, CancellationToken cancellation)
    {
        _references = references;
        int[] lost =
        [
            .. Enumerable.Range(0, references.Table.ImageNames.Count)
                .Where(name => references.MatchOf(name).Kind == ImageMatchKind.Missing)
                .Take(MaximumNames + 1),
        ];
        _mayBeAny = lost.Length > MaximumNames;
        if (lost.Length > 0 && !_mayBeAny)
        {
            FindImages(lost, cancellation);
        }
    }

    /// <summary>
    /// Whether a lost name may stand for an image: it looks like the image's, and its lines speak of classes that the image has no line
    /// for, and of no others.
    /// </summary>
    /// <param name="image">The index of the image; negative for a name that is lost itself.</param>
    /// <param name="missing">The numbers of the classes that the image has no line for.</param>
    public bool MayMean(int image, IReadOnlyCollection<int> missing)
    {
        if (image < 0 || _mayBeAny)
        {
            return true;
        }

        foreach (int name in _namesOfImage.GetValueOrDefault(image) ?? [])
        {
            bool speaksOfMissing = false;
            bool speaksOfOthers = false;
            foreach (ref readonly LabelEntry row in _references.Rows[name])
            {
                bool isMissing = missing.Contains(row.Class);
                speaksOfMissing |= isMissing;
                speaksOfOthers |= !isMissing;
            }

            bool isUnclear = !_references.Invalid[name].IsEmpty;
            if (isUnclear || (speaksOfMissing && !speaksOfOthers))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Finds for each lost name the images nearest to it, all of them where several are equally near.</summary>
    private void FindImages(int[] lost, CancellationToken cancellation)
    {
        NameNeighbours neighbours = new(Array.ConvertAll(lost, name => StemOf(_references.Table.ImageNames[name])));
        (int Edits, List<int> Images)[] nearest = new (int, List<int>)[lost.Length];
        List<(int Name, int Edits)> found = [];
        for (int image = 0; image < _references.Index.Images.Count; image++)
        {
            cancellation.ThrowIfCancellationRequested();
            neighbours.Find(StemOf(_references.Index.Images[image].LabelName), found);
            foreach ((int index, int edits) in found)
            {
                ref (int Edits, List<int> Images) best = ref nearest[index];
                if (best.Images is null || edits < best.Edits)
                {
                    best = (edits, [image]);
                }
                else if (edits == best.Edits)
                {
                    best.Images.Add(image);
                }
            }
        }

        for (int index = 0; index < lost.Length; index++)
        {
            foreach (int image in nearest[index].Images ?? [])
            {
                if (!_namesOfImage.TryGetValue(image, out List<int>? names))
                {
                    _namesOfImage.Add(image, names = []);
                }

                names.Add(lost[index]);
            }
        }
    }

    private static string StemOf(string name) =>
        ImageNameTable.WithoutExtension(name.AsSpan(name.LastIndexOf('/') + 1)).ToString();
}
