using DeepQDataset.Labels;

namespace DeepQDataset.Building.Planning;

/// <summary>
/// The rows of label.csv, by image and then class, in ordinal order: boxes as they are, classes completed to the one-hot form.
/// </summary>
internal sealed class CompleteLabelRows
{
    private readonly LabelSet _labels;
    private readonly string[] _imageNames;
    private readonly string[] _classes;
    private readonly LabelReference[] _sorted;

    /// <summary>Sorts the labels.</summary>
    /// <param name="labels">The labels.</param>
    /// <param name="imageNames">The name in label.csv of each of the set's images.</param>
    /// <exception cref="DatasetException">An image is of a class and not of it.</exception>
    public CompleteLabelRows(LabelSet labels, string[] imageNames)
    {
        _labels = labels;
        (int[] imageRanks, _imageNames) = Rank(imageNames);
        (int[] classRanks, _classes) = Rank(labels.Classes);
        _sorted = labels.References
            .Where(static reference => reference.Class >= 0)
            .Select(reference => new LabelReference(reference.Label, imageRanks[reference.Image], classRanks[reference.Class]))
            .ToArray();
        Array.Sort(_sorted, static (left, right) =>
        {
            int order = left.Image.CompareTo(right.Image);
            order = order != 0 ? order : left.Class.CompareTo(right.Class);
            return order != 0 ? order : left.Label.CompareTo(right.Label);
        });
        Count = labels.Task == DqTask.Detection ? _sorted.Length : (long)Complete() * _classes.Length;
    }

    /// <summary>How many rows there are.</summary>
    public long Count { get; }

    /// <summary>The rows, made as they are asked for: a million images of many classes need no memory for their zeros.</summary>
    /// <param name="cancellation">Ends the work.</param>
    public IEnumerable<LabelRow> Rows(CancellationToken cancellation) =>
        _labels.Task == DqTask.Detection ? Boxes(cancellation) : OneHot(cancellation);

    /// <summary>Counts the images that have a label, and sees to it that none contradicts itself.</summary>
    private int Complete()
    {
        int images = 0;
        for (int index = 0; index < _sorted.Length; index++)
        {
            LabelReference reference = _sorted[index];
            if (index == 0 || _sorted[index - 1].Image != reference.Image)
            {
                images++;
            }
            else if (_sorted[index - 1].Class == reference.Class && Value(_sorted[index - 1]) != Value(reference))
            {
                throw Contradiction(_sorted[index - 1], reference);
            }
        }

        return images;
    }

    private IEnumerable<LabelRow> OneHot(CancellationToken cancellation)
    {
        int next = 0;
        while (next < _sorted.Length)
        {
            cancellation.ThrowIfCancellationRequested();
            int image = _sorted[next].Image;
            for (int number = 0; number < _classes.Length; number++)
            {
                int value = 0;
                while (next < _sorted.Length && _sorted[next].Image == image && _sorted[next].Class == number)
                {
                    value = Value(_sorted[next]);
                    next++;
                }

                yield return new LabelRow(0, _imageNames[image], _classes[number], value, null);
            }
        }
    }

    private IEnumerable<LabelRow> Boxes(CancellationToken cancellation)
    {
        foreach (LabelReference reference in _sorted)
        {
            cancellation.ThrowIfCancellationRequested();
            DqLabel label = _labels.Labels[reference.Label];
            BoundingBox box = new(label.X!.Value, label.Y!.Value, label.Width!.Value, label.Height!.Value);
            yield return new LabelRow(0, _imageNames[reference.Image], _classes[reference.Class], 1, box);
        }
    }

    private int Value(LabelReference reference) => _labels.Labels[reference.Label].Value!.Value;

    private DatasetException Contradiction(LabelReference first, LabelReference second)
    {
        (LabelReference yes, LabelReference no) = Value(first) == 1 ? (first, second) : (second, first);
        string Describe(LabelReference reference) => LabelSet.Describe(_labels.Labels[reference.Label], reference.Label);
        return new DatasetException(
            "ContradictingLabels",
            DatasetErrorKind.InvalidData,
            $"One image is both of a class and not of it: {Describe(yes)} has the value 1, {Describe(no)} has the value 0.",
            _imageNames[first.Image]);
    }

    /// <summary>The ordinal rank of each name, equal names sharing one, and the names by rank.</summary>
    private static (int[] Ranks, string[] Names) Rank(IReadOnlyList<string> names)
    {
        int[] order = Enumerable.Range(0, names.Count).ToArray();
        Array.Sort(order, (left, right) => string.CompareOrdinal(names[left], names[right]));
        int[] ranks = new int[order.Length];
        List<string> byRank = new(order.Length);
        foreach (int index in order)
        {
            if (byRank.Count == 0 || !string.Equals(byRank[^1], names[index], StringComparison.Ordinal))
            {
                byRank.Add(names[index]);
            }

            ranks[index] = byRank.Count - 1;
        }

        return (ranks, byRank.ToArray());
    }
}
