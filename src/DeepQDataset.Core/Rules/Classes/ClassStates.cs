using System.Globalization;
using System.Text;
using DeepQDataset.Labels;

namespace DeepQDataset.Rules.Classes;

/// <summary>Collects what the rows of one image state about each class. One instance is reused without clearing it.</summary>
/// <param name="table">The rows.</param>
internal sealed class ClassStates(LabelTable table)
{
    private readonly bool[] _isClass = table.ClassesWithRows();
    private readonly int[] _image = new int[table.ClassNames.Count];
    private readonly (int ZeroLine, int OneLine)[] _lines = new (int, int)[table.ClassNames.Count];
    private int _current;

    /// <summary>Gets the number of classes that have rows.</summary>
    public int ClassCount { get; } = table.ClassesWithRows().Count(isClass => isClass);

    /// <summary>Gets the number of classes with rows for the image, including invalid ones.</summary>
    public int SeenCount { get; private set; }

    /// <summary>Gets a value that indicates whether a row has the value 1, or an invalid row may have it.</summary>
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
    /// <param name="value">The value: 0 or 1, also for a mask.</param>
    /// <returns>The first lines that stated 0 and 1 for the class before; 0 if there was none.</returns>
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

    /// <summary>Adds an invalid row.</summary>
    /// <param name="classNumber">The index of the class; −1 if it is unknown.</param>
    public void AddInvalid(int classNumber)
    {
        MayBePositive = true;
        if (classNumber >= 0 && _isClass[classNumber])
        {
            See(classNumber);
        }
    }

    /// <summary>Returns the classes without a row for the image.</summary>
    public IEnumerable<string> Missing() => MissingNumbers().Select(number => table.ClassNames[number]);

    /// <summary>Returns the indexes of the classes without a row for the image.</summary>
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

    /// <summary>Returns a key of the classes with a row for the image, ordered by index.</summary>
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
