using System.Collections;

namespace DeepQDataset.Labels;

/// <summary>Represents the rows of a label.csv, with each distinct name stored once. As a list, it returns complete rows.</summary>
internal sealed class LabelTable(LabelForm form) : IReadOnlyList<LabelRow>
{
    private readonly NamePool _images = new();
    private readonly NamePool _classes = new();
    private readonly List<LabelEntry> _entries = [];
    private readonly List<LabelEntry> _invalid = [];
    private readonly List<LabelEntry> _negatives = [];
    private readonly List<BoundingBox> _boxes = [];
    private readonly List<MaskRow> _masks = [];
    private readonly List<(int FirstLine, int Lines)> _mentions = [];

    /// <summary>Gets a table without rows.</summary>
    public static LabelTable Empty { get; } = new(LabelForm.Unknown);

    /// <summary>Gets a value that indicates whether the rows have boxes instead of values.</summary>
    public bool HasBoxes { get; } = form == LabelForm.Detection;

    /// <summary>Gets a value that indicates whether the rows have masks instead of values.</summary>
    public bool HasMasks { get; } = form == LabelForm.Segmentation;

    /// <summary>Gets the trimmed image names by index, including those of invalid rows.</summary>
    public IReadOnlyList<string> ImageNames => _images.Names;

    /// <summary>Gets the class names by index, including those of invalid rows.</summary>
    public IReadOnlyList<string> ClassNames => _classes.Names;

    /// <summary>Gets the rows in file order.</summary>
    public List<LabelEntry> Entries => _entries;

    /// <summary>Gets the invalid rows whose image at least could be read; they have no detail.</summary>
    public List<LabelEntry> Invalid => _invalid;

    /// <summary>
    /// Gets the rows that state that an image is empty: they have no class (−1) and no detail. They are not in <see cref="Entries"/>.
    /// </summary>
    public List<LabelEntry> Negatives => _negatives;

    /// <summary>Gets the first line and the number of lines with an image name, by index.</summary>
    public IReadOnlyList<(int FirstLine, int Lines)> Mentions => _mentions;

    /// <inheritdoc/>
    public int Count => _entries.Count;

    /// <inheritdoc/>
    public LabelRow this[int index] => ToRow(_entries[index]);

    /// <summary>Returns the box of a row.</summary>
    public BoundingBox BoxOf(LabelEntry entry) => _boxes[entry.Detail];

    /// <summary>Returns the one-hot value of a row: 1 for a box, and for a mask that is not empty.</summary>
    public int ValueOf(LabelEntry entry) => HasBoxes || (HasMasks && !_masks[entry.Detail].IsEmpty) ? 1 : HasMasks ? 0 : entry.Detail;

    /// <summary>Returns the size of a row's mask in pixels.</summary>
    public (int Width, int Height) MaskSizeOf(LabelEntry entry) => (_masks[entry.Detail].Width, _masks[entry.Detail].Height);

    /// <summary>Returns the mask of a row.</summary>
    public LabelMask MaskOf(LabelEntry entry) => _masks[entry.Detail].ToMask();

    /// <summary>Determines which classes have rows, by index.</summary>
    public bool[] ClassesWithRows()
    {
        bool[] hasRows = new bool[ClassNames.Count];
        foreach (LabelEntry entry in _entries)
        {
            hasRows[entry.Class] = true;
        }

        return hasRows;
    }

    /// <summary>Returns the index of a class, which is added if it is new.</summary>
    public int InternClass(ReadOnlySpan<byte> name) => _classes.Intern(name);

    /// <summary>Adds a classification row.</summary>
    public void Add(int line, ReadOnlySpan<byte> image, int classNumber, int value) =>
        _entries.Add(new LabelEntry(line, Mention(line, image), classNumber, value));

    /// <summary>Adds a box.</summary>
    public void Add(int line, ReadOnlySpan<byte> image, int classNumber, BoundingBox box)
    {
        _entries.Add(new LabelEntry(line, Mention(line, image), classNumber, _boxes.Count));
        _boxes.Add(box);
    }

    /// <summary>Adds a mask.</summary>
    public void Add(int line, ReadOnlySpan<byte> image, int classNumber, MaskRow mask)
    {
        _entries.Add(new LabelEntry(line, Mention(line, image), classNumber, _masks.Count));
        _masks.Add(mask);
    }

    /// <summary>Adds a row that states that an image is empty.</summary>
    public void AddNegative(int line, ReadOnlySpan<byte> image) => _negatives.Add(new LabelEntry(line, Mention(line, image), -1, -1));

    /// <summary>Adds an invalid row.</summary>
    /// <param name="line">The line.</param>
    /// <param name="image">The image; empty if it could not be read.</param>
    /// <param name="className">The class; empty if it could not be read.</param>
    public void AddInvalid(int line, ReadOnlySpan<byte> image, ReadOnlySpan<byte> className)
    {
        if (!image.IsEmpty)
        {
            _invalid.Add(new LabelEntry(line, Mention(line, image), className.IsEmpty ? -1 : InternClass(className), -1));
        }
    }

    /// <inheritdoc/>
    public IEnumerator<LabelRow> GetEnumerator() => _entries.Select(ToRow).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private int Mention(int line, ReadOnlySpan<byte> image)
    {
        int number = _images.Intern(image);
        if (number == _mentions.Count)
        {
            _mentions.Add((line, 1));
        }
        else
        {
            (int first, int lines) = _mentions[number];
            _mentions[number] = (first, lines + 1);
        }

        return number;
    }

    private LabelRow ToRow(LabelEntry entry) => new(
        entry.Line,
        _images.Names[entry.Image],
        _classes.Names[entry.Class],
        ValueOf(entry),
        HasBoxes ? _boxes[entry.Detail] : null)
    {
        Mask = HasMasks ? MaskOf(entry) : null,
    };
}
