using System.Globalization;

namespace DeepQDataset.Conversion.Yolo;

/// <summary>Represents the names of classes by number.</summary>
/// <param name="path">The file of the names, as named in messages.</param>
/// <param name="names">The names.</param>
internal sealed class YoloNames(RemedyText path, IReadOnlyDictionary<int, string> names)
{
    /// <summary>Gets the number of names.</summary>
    public int Count => names.Count;

    /// <summary>Creates the names from a list, from number 0 on. Empty entries are not names.</summary>
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

    /// <summary>Returns the name of a class.</summary>
    /// <param name="number">The number of the class.</param>
    /// <param name="file">The label file, as named in messages.</param>
    /// <param name="line">The line in that file.</param>
    /// <exception cref="DatasetException">The class has no name.</exception>
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
