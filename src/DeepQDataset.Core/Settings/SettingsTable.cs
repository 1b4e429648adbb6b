using System.Collections;
using System.Globalization;

namespace DeepQDataset.Settings;

/// <summary>
/// Represents a table of a settings file, whose keys are known and whose values are checked as they are read. Case does not matter in keys.
/// </summary>
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

    /// <summary>Gets the keys as they are spelled, in ordinal order.</summary>
    public IEnumerable<string> Keys => _values.Keys.Order(StringComparer.Ordinal);

    /// <summary>Takes a table.</summary>
    /// <param name="data">The table.</param>
    /// <param name="path">Its key in the file, with those around it; empty for the file's own.</param>
    /// <param name="file">The file's path.</param>
    /// <param name="keys">The keys that are allowed; null for any.</param>
    /// <param name="explain">Says more of a key that is not allowed; null if there is nothing to say.</param>
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
                throw table.Error(key, explain?.Invoke(key) ?? $"is no key; allowed: {string.Join(", ", keys)}");
            }

            if (!table._values.TryAdd(key, pair.Value))
            {
                throw table.Error(key, "occurs twice");
            }
        }

        return table;
    }

    /// <summary>Returns a table in this one; null if there is none.</summary>
    public SettingsTable? Table(string key, IReadOnlyList<string>? keys, Func<string, string?>? explain = null) =>
        !_values.TryGetValue(key, out object? value) ? null
        : value is IDictionary data ? Of(data, PathOf(key), _file, keys, explain)
        : throw NotAllowed(key, value, "a table, @{ … }");

    /// <summary>Returns the tables of a list, or the one table in its place; none where there is nothing.</summary>
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

    /// <summary>Returns a text; null if there is none or nothing but white space.</summary>
    public string? Text(string key) => !_values.TryGetValue(key, out object? value) ? null
        : value is not string text ? throw NotAllowed(key, value, "a text")
        : string.IsNullOrWhiteSpace(text) ? null
        : text.Trim();

    /// <summary>Returns a text, or the text of a number, which a file may hold without quotes; null if there is none.</summary>
    public string? TextOrNumber(string key) => _values.GetValueOrDefault(key) is int or double or decimal
        ? Convert.ToString(_values[key], CultureInfo.InvariantCulture)
        : Text(key);

    /// <summary>Returns a list of texts, or the one text in its place.</summary>
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

    /// <summary>Returns a name of an enumeration.</summary>
    public T Choice<T>(string key)
        where T : struct, Enum
    {
        // Numbers name a member, too, to the runtime, but not to a reader of the file.
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

    /// <summary>What is wrong with a key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="fault">What is wrong, as a clause with the key as its subject.</param>
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
