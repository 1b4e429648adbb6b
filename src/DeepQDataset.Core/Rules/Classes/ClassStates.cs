using System.Globalization;
using System.Text;
using DeepQDataset.Labels;

namespace DeepQDataset.Rules.Classes;

/// <summary>Represents what the rows of one image say of each class. Used for one image after the other without being cleared.</summary>
/// <param name="table">The rows.</param>
internal sealed class ClassStates(LabelTable table)
{
    private readonly bool[] _isClass = table.ClassesWithRows();
    private readonly int[] _image = new int[table.ClassNames.Count];
    private readonly (int ZeroLine, int OneLine)[] _lines = new (int, int)[table.ClassNames.Count];
    private int _current;

    /// <summary>Gets the number of classes that have rows.</summary>
    public int ClassCount { get; } = table.ClassesWithRows().Count(isClass => isClass);

    /// <summary>How many of them the image has rows for, spoilt ones among them.</summary>
    public int SeenCount { get; private set; }

    /// <summary>Gets a value that indicates whether a row says 1, or a spoilt one may.</summary>
    public bool MayBePositive { get; private set; }

    /// <summary>Starts the next image.</summary>
    public void Start()
    {
        _current++;
        SeenCount = 0;
        MayBePositive = false;
    }

    /// <summary>Adds a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="value">0, or 1 for a mask as well.</param>
    /// <returns>The first lines that said 0 and 1 of the class before; 0 if none did.</returns>
    public (int ZeroLine, int OneLine) Add(in LabelEntry row, int value)
    {
        See(row.Class);
        (int zero, int one) before = _lines[row.Class];
        ref (int ZeroLine, int OneLine) lines = ref _lines[row.Class];
        if (value == 0)
        {
            lines.ZeroLine = lines.ZeroLine == 0 ? row.Line : lines.ZeroLine;
        }
        else
        {
            lines.OneLine = lines.OneLine == 0 ? row.Line : lines.OneLine;
            MayBePositive = true;
        }

        return before;
    }

    /// <summary>Adds a spoilt row.</summary>
    /// <param name="classNumber">Its class; −1 where it is not known.</param>
    public void AddSpoilt(int classNumber)
    {
        MayBePositive = true;
        if (classNumber >= 0 && _isClass[classNumber])
        {
            See(classNumber);
        }
    }

    /// <summary>Returns the classes that the image has no row for.</summary>
    public IEnumerable<string> Missing() => MissingNumbers().Select(number => table.ClassNames[number]);

    /// <summary>Returns the numbers of the classes that the image has no row for.</summary>
    public IEnumerable<int> MissingNumbers()
    {
        for (int number = 0; number < _isClass.Length; number++)
        {
            if (_isClass[number] && _image[number] != _current)
            {
                yield return number;
            }
        }
    }

    /// <summary>Returns the classes that the image has a row for, in the order of their numbers, as a key.</summary>
    public string SeenKey()
    {
        StringBuilder key = new();
        for (int number = 0; number < _isClass.Length; number++)
        {
            if (_isClass[number] && _image[number] == _current)
            {
                key.Append(CultureInfo.InvariantCulture, $"{number},");
            }
        }

        return key.ToString();
    }

    private void See(int number)
    {
        if (_image[number] != _current)
        {
            _image[number] = _current;
            _lines[number] = default;
            SeenCount++;
        }
    }
}
