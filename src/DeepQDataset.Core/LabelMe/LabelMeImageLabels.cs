using DeepQDataset.Labels;
using DeepQDataset.Text;

namespace DeepQDataset.LabelMe;

/// <summary>Represents the labels that the platform creates from LabelMe files (<see cref="LabelMeLabels"/>), by image.</summary>
internal sealed class LabelMeImageLabels : ImageLabels
{
    private readonly LabelMeDataset _dataset;
    private readonly DqTask _task;
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<int>?[] _files;
    private readonly List<int> _unplaced = [];

    /// <summary>Finds the files of each image.</summary>
    /// <param name="dataset">The files.</param>
    public LabelMeImageLabels(LabelMeDataset dataset)
    {
        _dataset = dataset;
        _task = dataset.Task;
        _files = new List<int>?[dataset.Inventory.Images.Count];
        string[] classes = LabelMeLabels.ClassNames(dataset);
        Classes = dataset.Files.Any(LabelMeLabels.IsNegative) && !classes.Contains(DqLabel.NegativeClass, StringComparer.Ordinal)
            ? [.. classes, DqLabel.NegativeClass]
            : classes;
        for (int number = 0; number < Classes.Count; number++)
        {
            _numbers.Add(Classes[number], number);
        }

        List<string> names = [];
        for (int index = 0; index < dataset.Files.Count; index++)
        {
            LabelMeEntry file = dataset.Files[index];
            if (file.Image >= 0)
            {
                (_files[file.Image] ??= []).Add(index);
            }
            else if (LabelMeLabels.Shapes(file, _task).Count() is int labels and > 0)
            {
                _unplaced.Add(index);
                names.Add(EntryPath.Stem(file.Entry.Path));
                UnplacedLabels += labels;
            }
        }

        UnplacedNames = names;
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Classes { get; }

    /// <inheritdoc/>
    public override bool HasNegatives => false;

    /// <inheritdoc/>
    public override IReadOnlyList<string> UnplacedNames { get; }

    /// <inheritdoc/>
    public override bool IsUsed(int number) => true;

    /// <inheritdoc/>
    public override void Collect(int image, List<ImageLabel> labels)
    {
        foreach (int file in _files[image] ?? [])
        {
            Add(file, labels);
        }
    }

    /// <inheritdoc/>
    public override void CollectUnplaced(int name, List<ImageLabel> labels) => Add(_unplaced[name], labels);

    private void Add(int file, List<ImageLabel> labels)
    {
        if (LabelMeLabels.IsNegative(_dataset.Files[file]))
        {
            labels.Add(new ImageLabel(_numbers[DqLabel.NegativeClass], Value: 1, Box: null));
        }

        foreach (LabelMeShape shape in LabelMeLabels.Shapes(_dataset.Files[file], _task))
        {
            labels.Add(new ImageLabel(_numbers[shape.Label], Value: 1, _task == DqTask.Detection ? shape.Box : null));
        }
    }
}
