using System.Globalization;

namespace DeepQDataset.Conversion.Yolo;

/// <summary>The names of classes by their numbers.</summary>
/// <param name="path">The file they come from, as messages name it.</param>
/// <param name="names">The names.</param>
internal sealed class YoloNames(RemedyText path, IReadOnlyDictionary<int, string> names)
{
    /// <summary>How many there are.</summary>
    public int Count => names.Count;

    /// <summary>Names in a list, from number 0 on; empty ones are none.</summary>
    public static YoloNames Of(RemedyText path, IReadOnlyList<string> list)
    {
        Dictionary<int, string> names = [];
        for (int index = 0; index < list.Count; index++)
        {
            if (!string.IsNullOrWhiteSpace(list[index]))
            {
                names.Add(index, list[index].Trim());
            }
        }

        return new YoloNames(path, names);
    }

    /// <summary>The name of a class.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="file">The label file, as messages name it.</param>
    /// <param name="line">The line there.</param>
    /// <exception cref="DatasetException">It has none.</exception>
    public string NameOf(int number, string file, int line) =>
        names.TryGetValue(number, out string? name) ? name : throw new DatasetException(
        "ClassUnnamed",
        DatasetErrorKind.InvalidData,
        $"'{file}', line {line}: the class {number} has no name; '{path}' names {names.Count}, {Range()}. "
            + $"Add it there, or give all with {Remedy.Of(RemedyAction.GiveClassNames)}.",
        file);

    private string Range() => names.Count == 0 ? "none"
        : string.Create(CultureInfo.InvariantCulture, $"from {names.Keys.Min()} to {names.Keys.Max()}");
}
