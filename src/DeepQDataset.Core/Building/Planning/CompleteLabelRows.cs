using System.Text;
using DeepQDataset.Labels;
using DeepQDataset.Masks;

namespace DeepQDataset.Building.Planning;

/// <summary>
/// Creates the rows of label.csv in ordinal order by image and class. Boxes are written as they are; classes and masks are completed to one
/// row for every class. An image without any object gets the row that the form defines for it; an unlabelled image gets none.
/// </summary>
internal sealed class CompleteLabelRows
{
    private readonly LabelSet _labels;
    private readonly LabelForm _form;
    private readonly Func<int, (int Width, int Height)> _sizeOf;
    private readonly string[] _imageNames;
    private readonly string[] _classes;
    private readonly LabelReference[] _sorted;

    /// <summary>Sorts the labels.</summary>
    /// <param name="labels">The labels.</param>
    /// <param name="imageNames">The name of each image in label.csv.</param>
    /// <param name="form">The form of label.csv.</param>
    /// <param name="sizeOf">Returns the size in pixels, after orientation, of an image; called only if a mask is missing.</param>
    /// <exception cref="DatasetException">Labels of an image contradict each other.</exception>
    public CompleteLabelRows(LabelSet labels, string[] imageNames, LabelForm form, Func<int, (int Width, int Height)> sizeOf)
    {
        _labels = labels;
        _form = form;
        _sizeOf = sizeOf;
        (int[] imageRanks, _imageNames) = Rank(imageNames);
        (int[] classRanks, _classes) = Rank(labels.Classes);
        _sorted = labels.References
            .Where(static reference => reference.Class != LabelReference.Unlabelled)
            .Select(reference => new LabelReference(
                reference.Label, imageRanks[reference.Image], reference.Class < 0 ? reference.Class : classRanks[reference.Class]))
            .ToArray();
        Array.Sort(_sorted, static (left, right) =>
        {
            int order = left.Image.CompareTo(right.Image);
            order = order != 0 ? order : left.Class.CompareTo(right.Class);
            return order != 0 ? order : left.Label.CompareTo(right.Label);
        });
        Measure();
    }

    /// <summary>Gets the number of rows.</summary>
    public long Count { get; private set; }

    /// <summary>Gets the number of images without any object that have no row, since the form has none for them.</summary>
    public int NegativesLeftOut { get; private set; }

    /// <summary>Throws an exception if labels of an image contradict each other.</summary>
    /// <param name="labels">The labels.</param>
    /// <param name="imageNames">The name of each image; images with the same name are one image.</param>
    /// <exception cref="DatasetException">Labels of an image contradict each other.</exception>
    public static void RefuseContradictions(LabelSet labels, string[] imageNames)
    {
        LabelForm form = LabelForms.Of(labels.Task);
        _ = new CompleteLabelRows(labels, imageNames, form, static _ => (1, 1)).Count;
    }

    /// <summary>Returns the rows lazily, so that a million images with many classes need no memory for their zeros.</summary>
    /// <param name="cancellation">The token to monitor for cancellation requests.</param>
    public IEnumerable<LabelRow> Rows(CancellationToken cancellation)
    {
        for (int start = 0; start < _sorted.Length;)
        {
            cancellation.ThrowIfCancellationRequested();
            int end = EndOfImage(start);
            IEnumerable<LabelRow> rows = _form switch
            {
                LabelForm.Detection => Boxes(start, end),
                LabelForm.TwoColumns => SingleLabel(start, end),
                LabelForm.Segmentation => Masks(start, end),
                _ => OneHot(start, end),
            };
            foreach (LabelRow row in rows)
            {
                yield return row;
            }

            start = end;
        }
    }

    /// <summary>Counts the rows and checks that the labels of no image contradict each other.</summary>
    private void Measure()
    {
        for (int start = 0; start < _sorted.Length;)
        {
            int end = EndOfImage(start);
            RefuseContradictions(start, end);
            bool isNegative = _sorted[start].Class == LabelReference.Nothing;
            NegativesLeftOut += isNegative && _form == LabelForm.TwoColumns ? 1 : 0;
            Count += _form switch
            {
                LabelForm.Detection => isNegative ? 1 : end - start,
                LabelForm.TwoColumns => isNegative ? 0 : 1,
                _ => _classes.Length,
            };
            start = end;
        }
    }

    private void RefuseContradictions(int start, int end)
    {
        LabelReference first = _sorted[start];
        for (int index = start + 1; index < end; index++)
        {
            LabelReference reference = _sorted[index];
            bool hasContent = reference.Class >= 0 && Value(reference) != 0;
            if (first.Class == LabelReference.Nothing && hasContent)
            {
                throw Contradiction(
                    $"The labels of an image contradict each other: {Describe(first)} says that it is empty, "
                    + $"{Describe(reference)} does not.",
                    first);
            }

            LabelReference before = _sorted[index - 1];
            if (before.Class == reference.Class && reference.Class >= 0 && Value(before) != Value(reference))
            {
                (LabelReference yes, LabelReference no) = Value(before) == 1 ? (before, reference) : (reference, before);
                throw Contradiction(
                    $"The labels of an image contradict each other: {Describe(yes)} has the value 1, {Describe(no)} has the "
                    + $"value 0.", first);
            }
        }
    }

    private IEnumerable<LabelRow> OneHot(int start, int end)
    {
        int next = start;
        while (next < end && _sorted[next].Class < 0)
        {
            next++;
        }

        for (int number = 0; number < _classes.Length; number++)
        {
            int value = 0;
            for (; next < end && _sorted[next].Class == number; next++)
            {
                value = Value(_sorted[next]);
            }

            yield return new LabelRow(0, NameOf(start), _classes[number], value, null);
        }
    }

    private IEnumerable<LabelRow> SingleLabel(int start, int end)
    {
        for (int index = start; index < end; index++)
        {
            if (_sorted[index].Class >= 0 && Value(_sorted[index]) == 1)
            {
                yield return new LabelRow(0, NameOf(start), _classes[_sorted[index].Class], 1, null);
                yield break;
            }
        }
    }

    private IEnumerable<LabelRow> Boxes(int start, int end)
    {
        if (_sorted[start].Class == LabelReference.Nothing)
        {
            yield return new LabelRow(0, NameOf(start), DqLabel.NegativeClass, 1, null);
            yield break;
        }

        for (int index = start; index < end; index++)
        {
            DqLabel label = _labels.Labels[_sorted[index].Label];
            BoundingBox box = new(label.X!.Value, label.Y!.Value, label.Width!.Value, label.Height!.Value);
            yield return new LabelRow(0, NameOf(start), _classes[_sorted[index].Class], 1, box);
        }
    }

    private IEnumerable<LabelRow> Masks(int start, int end)
    {
        (int width, int height) = SizeOf(start, end);
        string? empty = null;
        int next = start;
        while (next < end && _sorted[next].Class < 0)
        {
            next++;
        }

        for (int number = 0; number < _classes.Length; number++)
        {
            int first = next;
            while (next < end && _sorted[next].Class == number)
            {
                next++;
            }

            string text = next == first
                ? empty ??= MaskText.Encode(new byte[MaskText.PackedLength(width, height)])
                : Merge(first, next, width, height);
            yield return new LabelRow(0, NameOf(start), _classes[number], 1, null) { Mask = new LabelMask(width, height, text) };
        }
    }

    private (int Width, int Height) SizeOf(int start, int end)
    {
        for (int index = start; index < end; index++)
        {
            DqLabel label = _labels.Labels[_sorted[index].Label];
            if (label is { MaskWidth: int width, MaskHeight: int height })
            {
                return (width, height);
            }
        }

        return _sizeOf(_labels.References[_sorted[start].Label].Image);
    }

    /// <summary>Merges all masks of one class in one image.</summary>
    private string Merge(int first, int end, int width, int height)
    {
        byte[]? together = null;
        for (int index = first; index < end; index++)
        {
            DqLabel label = _labels.Labels[_sorted[index].Label];
            if (label.MaskWidth != width || label.MaskHeight != height)
            {
                throw Contradiction(
                    $"The masks of one image differ in size: {Describe(_sorted[index])} has not {width} × {height} pixels.",
                    _sorted[first]);
            }

            if (end == first + 1 && label.Mask!.Length > 0)
            {
                return label.Mask;
            }

            MaskText.TryDecode(Encoding.UTF8.GetBytes(label.Mask!), width, height, out byte[]? packed);
            for (int at = 0; together is not null && at < together.Length; at++)
            {
                together[at] |= packed![at];
            }

            together ??= packed!;
        }

        return MaskText.Encode(together!);
    }

    private int EndOfImage(int start)
    {
        int end = start + 1;
        while (end < _sorted.Length && _sorted[end].Image == _sorted[start].Image)
        {
            end++;
        }

        return end;
    }

    private string NameOf(int index) => _imageNames[_sorted[index].Image];

    private int Value(LabelReference reference) => _labels.Labels[reference.Label].Value ?? 1;

    private string Describe(LabelReference reference) => LabelSet.Describe(_labels.Labels[reference.Label], reference.Label);

    private DatasetException Contradiction(string message, LabelReference first) =>
        new("ContradictingLabels", DatasetErrorKind.InvalidData, message, _imageNames[first.Image]);

    /// <summary>Returns the ordinal rank of each name, with equal names sharing a rank, and the names by rank.</summary>
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
