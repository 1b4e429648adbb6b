using System.Collections;

namespace DeepQDataset.Labels;

/// <summary>The rows of a label.csv, each distinct name kept once. What the rules count with; as a list it gives whole rows.</summary>
internal sealed class LabelTable(bool hasBoxes) : IReadOnlyList<LabelRow>
{
    private readonly NamePool _images = new();
    private readonly NamePool _classes = new();
    private readonly List<LabelEntry> _entries = [];
    private readonly List<LabelEntry> _spoilt = [];
    private readonly List<BoundingBox> _boxes = [];
    private readonly List<(int FirstLine, int Lines)> _mentions = [];

    /// <summary>A table without rows.</summary>
    public static LabelTable Empty { get; } = new(hasBoxes: false);

    /// <summary>Whether the rows have boxes instead of values.</summary>
    public bool HasBoxes { get; } = hasBoxes;

    /// <summary>The images as named, trimmed, by number: those of spoilt rows, too.</summary>
    public IReadOnlyList<string> ImageNames => _images.Names;

    /// <summary>The classes by number: those of spoilt rows, too.</summary>
    public IReadOnlyList<string> ClassNames => _classes.Names;

    /// <summary>The rows in the file's order.</summary>
    public List<LabelEntry> Entries => _entries;

    /// <summary>Rows with an error that leaves them without meaning, where their image at least could be read; they have no detail.</summary>
    public List<LabelEntry> Spoilt => _spoilt;

    /// <summary>The first line that names an image, and how many do, by the image's number.</summary>
    public IReadOnlyList<(int FirstLine, int Lines)> Mentions => _mentions;

    /// <inheritdoc/>
    public int Count => _entries.Count;

    /// <inheritdoc/>
    public LabelRow this[int index] => ToRow(_entries[index]);

    /// <summary>The box of a row.</summary>
    public BoundingBox BoxOf(LabelEntry entry) => _boxes[entry.Detail];

    /// <summary>The one-hot value of a row: 1 for a box.</summary>
    public int ValueOf(LabelEntry entry) => HasBoxes ? 1 : entry.Detail;

    /// <summary>Which classes have rows, by their number.</summary>
    public bool[] ClassesWithRows()
    {
        bool[] hasRows = new bool[ClassNames.Count];
        foreach (LabelEntry entry in _entries)
        {
            hasRows[entry.Class] = true;
        }

        return hasRows;
    }

    /// <summary>The number of a class.</summary>
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

    /// <summary>Notes a row that an error leaves without meaning.</summary>
    /// <param name="line">Its line.</param>
    /// <param name="image">Its image; empty where it could not be read.</param>
    /// <param name="className">Its class; empty where it could not be read.</param>
    public void AddSpoilt(int line, ReadOnlySpan<byte> image, ReadOnlySpan<byte> className)
    {
        if (!image.IsEmpty)
        {
            _spoilt.Add(new LabelEntry(line, Mention(line, image), className.IsEmpty ? -1 : InternClass(className), -1));
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
        HasBoxes ? _boxes[entry.Detail] : null);
}
