using DeepQDataset.Building.Planning;
using DeepQDataset.Labels;

namespace DeepQDataset.Statistics;

/// <summary>
/// Counts the images and boxes of each class of labels from a pipeline. Images are identified by their source, or else by name.
/// </summary>
public sealed class LabelMeasurer
{
    private readonly Dictionary<ImageIdentity, int> _images = [];
    private readonly Dictionary<string, ClassTally> _classes = new(StringComparer.Ordinal);
    private readonly ImageNumbers _labelled = new();

    /// <summary>Counts a label. A label whose <see cref="DqLabel.Class"/> is null represents an unlabelled image.</summary>
    public void Add(DqLabel label)
    {
        ArgumentNullException.ThrowIfNull(label);
        ImageIdentity identity = ImageIdentity.Of(label);
        if (!_images.TryGetValue(identity, out int image))
        {
            image = _images.Count;
            _images.Add(identity, image);
        }

        if (string.IsNullOrEmpty(label.Class))
        {
            return;
        }

        if (!_classes.TryGetValue(label.Class, out ClassTally? tally))
        {
            tally = new ClassTally(label.Class);
            _classes.Add(label.Class, tally);
        }

        _labelled.Add(image);
        tally.Add(image, label.Value ?? 1, BoxOf(label), MaskOf(label));
    }

    /// <summary>Returns the statistics; the sizes of images are unknown.</summary>
    public IReadOnlyList<DqClassStatistics> ToStatistics()
    {
        ClassTally unlabelled = new(name: null);
        ReadOnlySpan<int> labelled = _labelled.Distinct();
        bool hasNegatives = _classes.Values.Any(static tally => tally.HasNegatives);
        foreach (ClassTally tally in _classes.Values)
        {
            tally.HasNegatives = hasNegatives;
        }

        for (int image = 0, next = 0; image < _images.Count; image++)
        {
            if (next < labelled.Length && labelled[next] == image)
            {
                next++;
            }
            else
            {
                unlabelled.Positive.Add(image);
            }
        }

        return ClassStatistics.Of(
            "", labelled.Length < _images.Count ? _classes.Values.Append(unlabelled) : _classes.Values, _images.Count, facts: null);
    }

    private static LabelMask? MaskOf(DqLabel label) =>
        label is { Mask: string mask, MaskWidth: int width, MaskHeight: int height } ? new LabelMask(width, height, mask) : null;

    private static BoundingBox? BoxOf(DqLabel label) =>
        label is { X: double x, Y: double y, Width: double width, Height: double height } ? new BoundingBox(x, y, width, height) : null;
}
