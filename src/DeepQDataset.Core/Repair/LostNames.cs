using DeepQDataset.Labels;

namespace DeepQDataset.Repair;

/// <summary>
/// Names in label.csv that lead to no image, and the images that each may mean by its spelling. What the lines of such a name say may be
/// said of such an image, so nothing contrary is made up for it.
/// </summary>
internal sealed class LostNames
{
    private const int MostNames = 10_000;

    private readonly Dictionary<int, List<int>> _namesOfImage = [];
    private readonly LabelReferences _references;
    private readonly bool _mayBeAny;

    /// <summary>Finds them.</summary>
    /// <param name="references">The names and the images.</param>
    /// <param name="cancellation">Ends the work.</param>
    public LostNames(LabelReferences references, CancellationToken cancellation)
    {
        _references = references;
        NearestName nearest = new(references.Index, MostNames);
        for (int name = 0; name < references.Table.ImageNames.Count && !_mayBeAny; name++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (references.MatchOf(name).Kind != ImageMatchKind.Missing)
            {
                continue;
            }

            IReadOnlyList<int>? images = nearest.FindAll(references.Table.ImageNames[name]);
            _mayBeAny = images is null;
            foreach (int image in images ?? [])
            {
                if (!_namesOfImage.TryGetValue(image, out List<int>? names))
                {
                    names = [];
                    _namesOfImage.Add(image, names);
                }

                names.Add(name);
            }
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
}
