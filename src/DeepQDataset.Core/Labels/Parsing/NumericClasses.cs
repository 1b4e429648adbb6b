using DeepQDataset.Catalog;

namespace DeepQDataset.Labels.Parsing;

/// <summary>Counts the lines with an unquoted class that is a pure number (DQ509, one issue for each class).</summary>
internal sealed class NumericClasses
{
    private readonly List<(bool? IsNumeric, int FirstLine, int Lines)> _classes = [];

    /// <summary>Determines whether a class is a pure number; the result is cached.</summary>
    /// <param name="number">The index of the class.</param>
    /// <param name="name">The name of the class.</param>
    public bool IsNumeric(int number, ReadOnlySpan<byte> name)
    {
        while (_classes.Count <= number)
        {
            _classes.Add((null, 0, 0));
        }

        if (_classes[number].IsNumeric is bool known)
        {
            return known;
        }

        bool isNumeric = NumberText.IsPureNumber(name);
        _classes[number] = (isNumeric, 0, 0);
        return isNumeric;
    }

    /// <summary>Counts a line.</summary>
    public void Count(int number, int line)
    {
        (bool? isNumeric, int first, int lines) = _classes[number];
        _classes[number] = (isNumeric, lines == 0 ? line : first, lines + 1);
    }

    /// <summary>Reports each class that has lines.</summary>
    public void Report(IReadOnlyList<string> names, Action<LabelFinding> report)
    {
        for (int number = 0; number < _classes.Count; number++)
        {
            (_, int first, int lines) = _classes[number];
            if (lines > 0)
            {
                report(new LabelFinding(
                    RuleCatalog.UnquotedNumericClass,
                    first,
                    2,
                    $"The class {names[number]} is a pure number and has no double quotes on {lines} {(lines == 1 ? "line" : "lines")}.",
                    names[number],
                    lines));
            }
        }
    }
}
