namespace DeepQDataset.Building;

/// <summary>Gathers labels from a pipeline; refuses what cannot be written.</summary>
public sealed class LabelSet
{
    private readonly List<DqLabel> _labels = [];

    /// <summary>The labels so far.</summary>
    public IReadOnlyList<DqLabel> Labels => _labels;

    /// <summary>Adds a label.</summary>
    /// <exception cref="DatasetException">It is no label (no image, a half box, a value other than 0 or 1), or it mixes boxes and classes with those before it.</exception>
    public void Add(DqLabel label) => _labels.Add(label);
}
