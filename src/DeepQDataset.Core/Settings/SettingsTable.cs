using System.Collections;
using System.Globalization;

namespace DeepQDataset.Settings;

/// <summary>Represents a table of a settings file with known keys and checked values. Keys are case-insensitive.</summary>
internal sealed class SettingsTable
{
    private readonly Dictionary<string, object?> _values = new(StringComparer.OrdinalIgnoreCase);
    private readonly string _path;
    private readonly string _file;

    private SettingsTable(string path, string file)
    {
        _path = path;
        _file = file;
    }

    /// <summary>Gets the keys as written, in ordinal order.</summary>
    public IEnumerable<string> Keys => _values.Keys.Order(StringComparer.Ordinal);

    /// <summary>Creates a table.</summary>
    /// <param name="data">The table.</param>
    /// <param name="path">The key of the table in the file, with its parents; empty for the root table.</param>
    /// <param name="file">The path of the file.</param>
    /// <param name="keys">The allowed keys; null for any.</param>
    /// <param name="explain">Returns an explanation for a key that is not allowed; null if there is none.</param>
    /// <exception cref="DatasetException">A key is not allowed.</exception>
    public static SettingsTable Of(
        IDictionary data, string path, string file, IReadOnlyList<string>? keys, Func<string, string?>? explain = null)
    {
        SettingsTable table = new(path, file);
        foreach (DictionaryEntry pair in data)
        {
            string key = Convert.ToString(pair.Key, CultureInfo.InvariantCulture) ?? "";
            if (keys is not null && !keys.Contains(key, StringComparer.OrdinalIgnoreCase))
            {
                throw table.Error(key, explain?.Invoke(key) ?? $"is not a key; allowed: {string.Join(", ", keys)}");
            }

            if (!table._values.TryAdd(key, pair.Value))
            {
                throw table.Error(key, "occurs twice");
            }
        }

        return table;
    }

    /// <summary>Returns a nested table; null if there is none.</summary>
    public SettingsTable? Table(string key, IReadOnlyList<string>? keys, Func<string, string?>? explain = null) =>
        !_values.TryGetValue(key, out object? value) ? null
        : value is IDictionary data ? Of(data, PathOf(key), _file, keys, explain)
        : throw NotAllowed(key, value, "a table, @{ … }");

    /// <summary>Returns the tables of a list, or a single table in its place; empty if there are none.</summary>
    public IEnumerable<SettingsTable> Tables(string key, IReadOnlyList<string> keys)
    {
        if (!_values.TryGetValue(key, out object? value))
        {
            yield break;
        }

        IEnumerable items = value is IEnumerable many and not string and not IDictionary ? many : new[] { value };
        int number = 0;
        foreach (object? item in items)
        {
            string path = string.Create(CultureInfo.InvariantCulture, $"{PathOf(key)}[{number++}]");
            yield return item is IDictionary data
                ? Of(data, path, _file, keys)
                : throw NotAllowed(key, item, "a list of tables, @( @{ … } )");
        }
    }

    /// <summary>Returns a string; null if there is none or it is only white space.</summary>
    public string? Text(string key) => !_values.TryGetValue(key, out object? value) ? null
        : value is not string text ? throw NotAllowed(key, value, "a text")
        : string.IsNullOrWhiteSpace(text) ? null
        : text.Trim();

    /// <summary>Returns a string, or the text of a number, which may be unquoted; null if there is none.</summary>
    public string? TextOrNumber(string key) => _values.GetValueOrDefault(key) is int or double or decimal
        ? Convert.ToString(_values[key], CultureInfo.InvariantCulture)
        : Text(key);

    /// <summary>Returns a list of strings, or a single string in its place.</summary>
    public IReadOnlyList<string> Texts(string key)
    {
        if (!_values.TryGetValue(key, out object? value))
        {
            return [];
        }

        IEnumerable items = value is IEnumerable many and not string and not IDictionary ? many : new[] { value };
        return
        [
            .. items.Cast<object?>().Select(item =>
                item is string { Length: > 0 } text ? text : throw NotAllowed(key, item, "a text, or a list of texts")),
        ];
    }

    /// <summary>Returns a value of an enumeration by name.</summary>
    public T Choice<T>(string key)
        where T : struct, Enum
    {
        // The runtime also accepts numbers, which are not readable in a file.
        string[] names = Enum.GetNames<T>();
        return _values[key] is string text && names.Contains(text, StringComparer.OrdinalIgnoreCase)
            ? Enum.Parse<T>(text, ignoreCase: true)
            : throw NotAllowed(key, _values[key], string.Join(", ", names));
    }

    /// <summary>Returns a number; null if there is none.</summary>
    public double? Number(string key, double minimum)
    {
        if (!_values.TryGetValue(key, out object? value))
        {
            return null;
        }

        double? number = value is int or long or double or decimal ? Convert.ToDouble(value, CultureInfo.InvariantCulture) : null;
        return number >= minimum && double.IsFinite(number.Value)
            ? number
            : throw NotAllowed(key, value, string.Create(CultureInfo.InvariantCulture, $"a number of at least {minimum}"));
    }

    /// <summary>Returns a whole number of at least 1; null if there is none.</summary>
    public long? WholeNumber(string key)
    {
        if (!_values.TryGetValue(key, out object? value))
        {
            return null;
        }

        long number = value switch
        {
            int small => small,
            long large => large,
            _ => 0,
        };
        return number >= 1 ? number : throw NotAllowed(key, value, "a whole number of at least 1, such as 200GB");
    }

    /// <summary>Creates the error for a key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="fault">The problem, as a clause with the key as its subject.</param>
    public DatasetException Error(string key, RemedyText fault) => SettingsReader.Invalid(_file, $"'{PathOf(key)}' {fault}");

    private DatasetException NotAllowed(string key, object? value, string allowed) =>
        Error(key, $"is {Describe(value)}; allowed: {allowed}");

    private static string Describe(object? value) => value switch
    {
        null => "empty",
        string text => $"'{text}'",
        IDictionary => "a table",
        IEnumerable => "a list",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    private string PathOf(string key) => _path.Length == 0 ? key : $"{_path}.{key}";
}
