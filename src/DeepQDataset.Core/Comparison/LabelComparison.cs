using DeepQDataset.Inventory;
using DeepQDataset.Labels;
using DeepQDataset.Reading;
using DeepQDataset.Work;

namespace DeepQDataset.Comparison;

/// <summary>
/// Compares the labels of two deliveries image by image: values by class, boxes by their numbers. A value of 0 is compared only if both
/// deliveries can express it, which class folders cannot.
/// </summary>
/// <param name="reference">The earlier delivery.</param>
/// <param name="difference">The later one.</param>
/// <param name="pairs">The pairs of images.</param>
internal sealed class LabelComparison(LabelledDataset reference, LabelledDataset difference, ImagePairs pairs)
{
    private const int ImagesBetweenCancellations = 1 << 10;

    private readonly ClassNumbers _classes = ClassNumbers.Of(reference.Labels.Classes, difference.Labels.Classes);
    private readonly bool _countsZeros = reference.Labels.HasNegatives && difference.Labels.HasNegatives;
    private readonly List<ImageLabel> _before = [];
    private readonly List<ImageLabel> _after = [];
    private readonly LabelSets _setsBefore = new();
    private readonly LabelSets _setsAfter = new();

    /// <summary>
    /// Finds the differences by class: first those of the compared dataset's images by path, then of removed images, then of names without
    /// an image.
    /// </summary>
    /// <param name="progress">Receives the progress.</param>
    /// <param name="cancellation">The token to monitor for cancellation requests.</param>
    public IEnumerable<DqDifference> Find(IProgress<WorkProgress>? progress, CancellationToken cancellation)
    {
        UnplacedNames names = UnplacedNames.Of(reference, difference, pairs);
        IReadOnlyList<ImageEntry> differences = difference.Inventory.Images;
        for (int image = 0; image < differences.Count; image++)
        {
            if (image % ImagesBetweenCancellations == 0)
            {
                cancellation.ThrowIfCancellationRequested();
                progress?.Report(new WorkProgress("Comparing labels", image, differences.Count, "images"));
            }

            Start();
            int other = pairs.ReferenceOf(image);
            Collect(reference.Labels, other, names.OfReferenceAt(image), _before);
            Collect(difference.Labels, image, names: [], _after);
            foreach (DqDifference found in Differences(differences[image].Path))
            {
                yield return found;
            }
        }

        IReadOnlyList<ImageEntry> references = reference.Inventory.Images;
        foreach (int image in pairs.UnpairedReferences())
        {
            cancellation.ThrowIfCancellationRequested();
            Start();
            Collect(reference.Labels, image, names: [], _before);
            Collect(difference.Labels, image: -1, names.OfDifferenceAt(image), _after);
            foreach (DqDifference found in Differences(references[image].Path))
            {
                yield return found;
            }
        }

        foreach ((string name, IReadOnlyList<int> before, IReadOnlyList<int> after) in names.Others())
        {
            cancellation.ThrowIfCancellationRequested();
            Start();
            Collect(reference.Labels, image: -1, before, _before);
            Collect(difference.Labels, image: -1, after, _after);
            foreach (DqDifference found in Differences(name))
            {
                yield return found;
            }
        }
    }

    private static void Collect(ImageLabels source, int image, IReadOnlyList<int> names, List<ImageLabel> labels)
    {
        if (image >= 0)
        {
            source.Collect(image, labels);
        }

        foreach (int name in names)
        {
            source.CollectUnplaced(name, labels);
        }
    }

    private void Start()
    {
        _before.Clear();
        _after.Clear();
    }

    private IEnumerable<DqDifference> Differences(string path)
    {
        if (AreEqualInOrder())
        {
            yield break;
        }

        Fill(_setsBefore, _before, _classes.OfReference);
        Fill(_setsAfter, _after, _classes.OfDifference);
        foreach (int number in _setsBefore.Classes.Union(_setsAfter.Classes).Order())
        {
            string? before = _setsBefore.ValuesOf(number);
            string? after = _setsAfter.ValuesOf(number);
            if (!string.Equals(before, after, StringComparison.Ordinal))
            {
                yield return ToDifference(path, number, before, after);
            }

            List<BoundingBox> boxesBefore = _setsBefore.BoxesOf(number);
            List<BoundingBox> boxesAfter = _setsAfter.BoxesOf(number);
            foreach ((BoundingBox? boxBefore, BoundingBox? boxAfter) in BoxMatcher.Match(boxesBefore, boxesAfter))
            {
                yield return ToDifference(path, number, Describe(boxBefore), Describe(boxAfter));
            }
        }
    }

    /// <summary>Compares labels in order first, since most images have not changed.</summary>
    private bool AreEqualInOrder()
    {
        if (_before.Count != _after.Count)
        {
            return false;
        }

        for (int index = 0; index < _before.Count; index++)
        {
            ImageLabel before = _before[index];
            ImageLabel after = _after[index];
            if (_classes.OfReference[before.Class] != _classes.OfDifference[after.Class]
                || before.Value != after.Value || before.Box != after.Box)
            {
                return false;
            }
        }

        return true;
    }

    private void Fill(LabelSets sets, List<ImageLabel> labels, IReadOnlyList<int> numbers)
    {
        sets.Clear();
        foreach (ImageLabel label in labels)
        {
            sets.Add(numbers[label.Class], label, _countsZeros);
        }
    }

    private DqDifference ToDifference(string path, int number, string? before, string? after) => new()
    {
        Dataset = difference.Source.Name,
        Reference = reference.Source.Name,
        Kind = before is null ? DqDifferenceKind.Added : after is null ? DqDifferenceKind.Removed : DqDifferenceKind.Changed,
        Item = DqDifferenceItem.Label,
        Path = path,
        Class = _classes.Names[number],
        Before = before,
        After = after,
    };

    private static string? Describe(BoundingBox? box) => box is BoundingBox area
        ? string.Join(',', ((double[])[area.X, area.Y, area.Width, area.Height]).Select(NumberText.Format))
        : null;
}
