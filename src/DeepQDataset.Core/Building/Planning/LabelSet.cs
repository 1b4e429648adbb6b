using System.Globalization;
using System.Text;
using DeepQDataset.Masks;

namespace DeepQDataset.Building.Planning;

/// <summary>Collects labels and rejects those that cannot be written. Not safe for use by several threads.</summary>
public sealed class LabelSet
{
    private readonly List<DqLabel> _labels = [];
    private readonly List<LabelReference> _references = [];
    private readonly List<LabelledImage> _images = [];
    private readonly List<string> _classes = [];
    private readonly Dictionary<ImageIdentity, int> _imageNumbers = [];
    private readonly Dictionary<string, int> _classNumbers = new(StringComparer.Ordinal);
    private DqLabel? _firstOfTask;

    /// <summary>Gets the labels in input order.</summary>
    public IReadOnlyList<DqLabel> Labels => _labels;

    /// <summary>Gets the task that the labels are for, as far as it is known.</summary>
    public DqTask Task { get; private set; }

    /// <summary>Gets the images in the order of their first label.</summary>
    internal IReadOnlyList<LabelledImage> Images => _images;

    /// <summary>Gets the trimmed classes in the order of their first label.</summary>
    internal IReadOnlyList<string> Classes => _classes;

    /// <summary>Gets one reference for each label, in the same order.</summary>
    internal IReadOnlyList<LabelReference> References => _references;

    /// <summary>Adds a label. An empty class means no class. White space around the image's name and the class is removed.</summary>
    /// <param name="label">The label to add.</param>
    /// <exception cref="DatasetException">
    /// The label is invalid (no image, an incomplete box, a value other than 0 or 1), or mixes boxes and classes with earlier labels.
    /// </exception>
    public void Add(DqLabel label)
    {
        ArgumentNullException.ThrowIfNull(label);
        bool isNegative = label.IsNegative;
        DqTask task = isNegative ? JudgeNegative(label) : Judge(label);
        if (task != DqTask.None)
        {
            RefuseMixture(label, task);
            Task = task;
            _firstOfTask ??= label;
        }

        int classNumber =
            isNegative ? LabelReference.Nothing
            : task == DqTask.None ? LabelReference.Unlabelled
            : ClassNumber(label.Class!.Trim());
        _references.Add(new LabelReference(_labels.Count, ImageNumber(label), classNumber));
        _labels.Add(label);
    }

    /// <summary>Describes a label for messages: its number, source line, image and class.</summary>
    internal static string Describe(DqLabel label, int index)
    {
        string line = label.Line is int number ? string.Create(CultureInfo.InvariantCulture, $", line {number}") : "";
        string name = string.IsNullOrWhiteSpace(label.Class) ? $"image '{label.Image}'" : $"image '{label.Image}', class '{label.Class}'";
        return string.Create(CultureInfo.InvariantCulture, $"label {index + 1}{line} ({name})");
    }

    private DqTask Judge(DqLabel label)
    {
        if (string.IsNullOrWhiteSpace(label.Image))
        {
            throw Refuse("LabelWithoutImage", label, "names no image");
        }

        if (label.Value is not (null or 0 or 1))
        {
            throw Refuse("LabelValue", label,
                string.Create(CultureInfo.InvariantCulture, $"has the value {label.Value}; it must be 0 or 1"));
        }

        if (string.IsNullOrWhiteSpace(label.Class))
        {
            return label.HasBox || label.Value is not null || label.Mask is not null
                ? throw Refuse(
                    "LabelWithoutClass",
                    label,
                    label.HasBox ? "has a box but no class"
                        : label.Mask is null ? "has a value but no class"
                        : "has a mask but no class")
                : DqTask.None;
        }

        if (label.Mask is not null)
        {
            JudgeMask(label);
            return DqTask.Segmentation;
        }

        if (!label.HasBox)
        {
            return label.Value is not null
                ? DqTask.Classification
                : throw Refuse("LabelWithoutValue", label, "has neither a value (0 or 1) nor a box (X, Y, Width and Height) nor a mask");
        }

        JudgeBox(label);
        return DqTask.Detection;
    }

    private DqTask JudgeNegative(DqLabel label) => string.IsNullOrWhiteSpace(label.Image)
        ? throw Refuse("LabelWithoutImage", label, "names no image")
        : label.Value is not (null or 1)
            ? throw Refuse(
                "LabelValue", label, $"has the class '{DqLabel.NegativeClass}' and a value other than 1, which contradict each other")
        : DqTask.None;

    private void JudgeMask(DqLabel label)
    {
        if (label.HasBox)
        {
            throw Refuse("MaskWithBox", label, "has both a mask and a box");
        }

        if (label.MaskWidth is not int width || label.MaskHeight is not int height || width < 1 || height < 1)
        {
            throw Refuse("MaskSize", label, "has a mask without its size; MaskWidth and MaskHeight are whole numbers above 0");
        }

        if (MaskText.TryDecode(Encoding.UTF8.GetBytes(label.Mask!), width, height, out _) is string fault)
        {
            throw Refuse("MaskUnreadable", label, $"has a mask that cannot be read: {fault}");
        }
    }

    private void JudgeBox(DqLabel label)
    {
        if (label.X is not double x || label.Y is not double y || label.Width is not double width || label.Height is not double height)
        {
            throw Refuse("HalfBox", label, "has an incomplete box; X, Y, Width and Height belong together");
        }

        if (!double.IsFinite(x) || !double.IsFinite(y) || !double.IsFinite(width) || !double.IsFinite(height))
        {
            throw Refuse("BoxNumber", label,
                string.Create(CultureInfo.InvariantCulture, $"has a box with a number that is not finite ({x}, {y}, {width}, {height})"));
        }

        if (width <= 0 || height <= 0)
        {
            throw Refuse("BoxSize", label,
                string.Create(CultureInfo.InvariantCulture, $"has a box of {width} × {height} pixels; both must be above 0"));
        }

        if (label.Value is 0)
        {
            throw Refuse("LabelValue", label, "has a box and the value 0, which contradict each other");
        }
    }

    private void RefuseMixture(DqLabel label, DqTask task)
    {
        if (Task == DqTask.None || Task == task)
        {
            return;
        }

        string first = Describe(_firstOfTask!, _labels.IndexOf(_firstOfTask!));
        string second = Describe(label, _labels.Count);
        throw new DatasetException(
            "MixedLabels",
            DatasetErrorKind.InvalidData,
            $"Labels of different kinds do not go into one dataset: {first} has {NameOf(Task)}, {second} has {NameOf(task)}. "
            + $"Make two of them.",
            label.Image);
    }

    private static string NameOf(DqTask task) => task switch
    {
        DqTask.Detection => "a box",
        DqTask.Segmentation => "a mask",
        _ => "a value",
    };

    private DatasetException Refuse(string errorId, DqLabel label, string reason)
    {
        string description = Describe(label, _labels.Count);
        return new DatasetException(errorId, DatasetErrorKind.InvalidData,
            $"{char.ToUpperInvariant(description[0])}{description.AsSpan(1)} {reason}.", label.Image);
    }

    private int ImageNumber(DqLabel label)
    {
        ImageIdentity identity = ImageIdentity.Of(label);
        if (!_imageNumbers.TryGetValue(identity, out int number))
        {
            number = _images.Count;
            _imageNumbers.Add(identity, number);
            _images.Add(new LabelledImage(identity, label.Image.Trim()));
        }

        return number;
    }

    private int ClassNumber(string name)
    {
        if (!_classNumbers.TryGetValue(name, out int number))
        {
            number = _classes.Count;
            _classNumbers.Add(name, number);
            _classes.Add(name);
        }

        return number;
    }
}
