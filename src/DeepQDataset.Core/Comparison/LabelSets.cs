using DeepQDataset.Labels;
using DeepQDataset.Masks;

namespace DeepQDataset.Comparison;

/// <summary>Collects the labels of one image: for each class the values and the boxes. One instance is reused for all images.</summary>
internal sealed class LabelSets
{
    private const int Zero = 1;
    private const int One = 2;

    private readonly SortedDictionary<int, (int Values, List<BoundingBox>? Boxes, string? Mask)> _classes = [];

    /// <summary>Removes all labels.</summary>
    public void Clear() => _classes.Clear();

    /// <summary>Gets the numbers of the classes with labels, in order.</summary>
    public IEnumerable<int> Classes => _classes.Keys;

    /// <summary>Adds a label.</summary>
    /// <param name="number">The number of the class.</param>
    /// <param name="label">The label of the class.</param>
    /// <param name="countsZeros">Indicates whether a value of 0 counts as a label.</param>
    public void Add(int number, ImageLabel label, bool countsZeros)
    {
        (int values, List<BoundingBox>? boxes, string? masks) = _classes.GetValueOrDefault(number);
        if (label.Box is BoundingBox box)
        {
            (boxes ??= []).Add(box);
        }
        else if (label.Mask is LabelMask mask)
        {
            masks = mask.Text.Length == 0 || label.Value == 0 ? "an empty mask" : MaskText.Fingerprint(mask.Width, mask.Height, mask.Text);
        }
        else if (label.Value != 0 || countsZeros)
        {
            values |= label.Value == 0 ? Zero : One;
        }
        else
        {
            return;
        }

        _classes[number] = (values, boxes, masks);
    }

    /// <summary>
    /// Returns the values of a class, or the identity of its mask, as text; null if there is none. Conflicting rows (DQ516) give both
    /// values.
    /// </summary>
    public string? ValuesOf(int number) => _classes.GetValueOrDefault(number).Mask ?? _classes.GetValueOrDefault(number).Values switch
    {
        0 => null,
        Zero => "0",
        One => "1",
        _ => "0 and 1",
    };

    /// <summary>Returns a new list with the boxes of a class.</summary>
    public List<BoundingBox> BoxesOf(int number) => [.. _classes.GetValueOrDefault(number).Boxes ?? []];
}
