using DeepQDataset.Labels;
using DeepQDataset.Masks;

namespace DeepQDataset.Comparison;

/// <summary>
/// What the labels of one image say: for each class the values and the boxes. One is used for all images, one after the other.
/// </summary>
internal sealed class LabelSets
{
    private const int Zero = 1;
    private const int One = 2;

    private readonly SortedDictionary<int, (int Values, List<BoundingBox>? Boxes, string? Mask)> _classes = [];

    /// <summary>Forgets all.</summary>
    public void Clear() => _classes.Clear();

    /// <summary>The classes that labels are about, in the order of their numbers.</summary>
    public IEnumerable<int> Classes => _classes.Keys;

    /// <summary>Adds a label.</summary>
    /// <param name="number">The class's number.</param>
    /// <param name="label">What it says of the class.</param>
    /// <param name="countsZeros">Whether a value of 0 counts as a label.</param>
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
    /// The values of a class as text, or what tells its mask from others; null where there is none. Conflicting rows (DQ516) say both.
    /// </summary>
    public string? ValuesOf(int number) => _classes.GetValueOrDefault(number).Mask ?? _classes.GetValueOrDefault(number).Values switch
    {
        0 => null,
        Zero => "0",
        One => "1",
        _ => "0 and 1",
    };

    /// <summary>The boxes of a class, a list of its own.</summary>
    public List<BoundingBox> BoxesOf(int number) => [.. _classes.GetValueOrDefault(number).Boxes ?? []];
}
