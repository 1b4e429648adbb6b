namespace DeepQDataset.Labels;

/// <summary>Represents the rows of a label.csv by image. Invalid rows are left out; the 5xx rules report them.</summary>
internal sealed class FileImageLabels : ImageLabels
{
    private readonly LabelReferences _references;
    private readonly int[] _subjects;
    private readonly bool[] _isUsed;
    private readonly List<int> _unplaced = [];

    /// <summary>Finds the rows of each image.</summary>
    /// <param name="images">The number of images in the dataset.</param>
    /// <param name="file">The label file.</param>
    /// <param name="references">The images of its names.</param>
    public FileImageLabels(int images, LabelFile file, LabelReferences references)
    {
        _references = references;
        _subjects = new int[images];
        Array.Fill(_subjects, -1);
        _isUsed = references.Table.ClassesWithRows();
        HasNegatives = file.Form == LabelForm.Classification;
        Classes =
            references.Table.Negatives.Count == 0 ? references.Table.ClassNames : [.. references.Table.ClassNames, NegativeClass.Name];
        List<string> names = [];
        for (int name = 0; name < references.Table.ImageNames.Count; name++)
        {
            ImageMatch match = references.MatchOf(name);
            if (match.Kind is ImageMatchKind.Found or ImageMatchKind.Meant)
            {
                _subjects[match.Image] = references.SubjectOf(name);
            }
            else if (references.Rows[name].Length + references.Negatives[name].Length > 0)
            {
                _unplaced.Add(name);
                names.Add(references.Table.ImageNames[name]);
                UnplacedLabels += references.Rows[name].Length + references.Negatives[name].Length;
            }
        }

        UnplacedNames = names;
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Classes { get; }

    /// <inheritdoc/>
    public override bool HasNegatives { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<string> UnplacedNames { get; }

    /// <inheritdoc/>
    public override bool IsUsed(int number) => number >= _isUsed.Length || _isUsed[number];

    /// <inheritdoc/>
    public override void Collect(int image, List<ImageLabel> labels)
    {
        if (_subjects[image] >= 0)
        {
            Add(_subjects[image], labels);
        }
    }

    /// <inheritdoc/>
    public override void CollectUnplaced(int name, List<ImageLabel> labels) => Add(_unplaced[name], labels);

    private void Add(int subject, List<ImageLabel> labels)
    {
        LabelTable table = _references.Table;
        foreach (ref readonly LabelEntry row in _references.Rows[subject])
        {
            labels.Add(new ImageLabel(
                row.Class, table.ValueOf(row), table.HasBoxes ? table.BoxOf(row) : null, table.HasMasks ? table.MaskOf(row) : null));
        }

        if (_references.Negatives[subject].Length > 0)
        {
            labels.Add(new ImageLabel(Classes.Count - 1, Value: 1, Box: null)); // repeated statements count once
        }
    }
}
