using System.Globalization;
using DeepQDataset.Sources;
using DeepQDataset.Text;
using DeepQDataset.Yaml;

namespace DeepQDataset.Conversion.Yolo;

/// <summary>Finds and reads the file that describes a YOLO dataset: data.yaml (Ultralytics) or obj.data (Darknet).</summary>
/// <param name="source">The dataset.</param>
/// <param name="log">Receives what was skipped.</param>
/// <param name="cancellation">The token to monitor for cancellation requests.</param>
internal sealed class YoloDescriptionReader(AnnotationSource source, ConversionLog log, CancellationToken cancellation)
{
    private static readonly string[] SplitKeys = ["train", "val", "valid", "validation", "test"];

    /// <summary>Finds the description.</summary>
    /// <returns>The description; null if there is none.</returns>
    /// <exception cref="DatasetException">The given file, or data.yaml, cannot be read.</exception>
    public YoloDescription? Find()
    {
        foreach (SourceEntry entry in source.File is not null ? [source.File] : Candidates())
        {
            if (IsYaml(entry.Path))
            {
                bool isMeant = source.File is not null || EntryPath.Stem(entry.Path) is "data" or "dataset";
                if (ReadYaml(entry, isMeant) is YoloDescription description)
                {
                    return description;
                }
            }
            else
            {
                return ReadData(entry);
            }
        }

        return null;
    }

    private static bool IsYaml(string path) =>
        path.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".yml", StringComparison.OrdinalIgnoreCase);

    /// <summary>Returns the candidates: outermost first, data.yaml before others, YAML before Darknet's.</summary>
    private IEnumerable<SourceEntry> Candidates() => source.Files(".yaml").Concat(source.Files(".yml")).Concat(source.Files(".data"))
        .OrderBy(entry => IsYaml(entry.Path) ? 0 : 1)
        .ThenBy(entry => EntryPath.Stem(entry.Path) is "data" or "dataset" ? 0 : 1)
        .ThenBy(entry => entry.Path.Count(character => character == '/'));

    private YoloDescription? ReadYaml(SourceEntry entry, bool isMeant)
    {
        string path = source.PathOf(entry);
        YamlNode root;
        try
        {
            root = YamlReader.Read(Text(entry), cancellation);
        }
        catch (YamlException exception) when (!isMeant)
        {
            log.Note($"'{path}' was skipped: line {exception.Line}: {exception.Message}.");
            return null;
        }
        catch (YamlException exception)
        {
            throw ConversionErrors.At(
                "InvalidYaml", path, exception.Line, exception.Column, "cannot be read as YAML", exception.Message, exception);
        }

        if (root["names"] is not YamlNode names)
        {
            return isMeant ? Described(entry, root, null, null) : null;
        }

        return names.Text is string file ? Described(entry, root, null, file) : Described(entry, root, NamesOf(names, path), null);
    }

    private YoloDescription Described(SourceEntry entry, YamlNode root, YoloNames? names, string? namesFile) => new()
    {
        Path = source.PathOf(entry),
        Folder = EntryPath.Folder(entry.Path),
        Names = names,
        NamesFile = namesFile,
        Root = root["path"]?.Text ?? "",
        Splits = SplitKeys.Select(key => root[key]).OfType<YamlNode>()
            .SelectMany(node => node.Items is null ? [node.Text] : node.Items.Select(item => item.Text)).OfType<string>()
            .Where(text => text.Length > 0).ToArray(),
        KeyPointNumbers = KeyPoints(root["kpt_shape"]),
    };

    private static int KeyPoints(YamlNode? shape) => shape?.Items is { Count: 2 } items
        && int.TryParse(items[0].Text, NumberStyles.None, CultureInfo.InvariantCulture, out int points) && points < 10_000
        && int.TryParse(items[1].Text, NumberStyles.None, CultureInfo.InvariantCulture, out int numbers) && numbers is 2 or 3
            ? points * numbers : 0;

    private static YoloNames NamesOf(YamlNode node, string path)
    {
        if (node.Items is not null)
        {
            return YoloNames.Of(path, node.Items.Select(item => item.Text ?? throw Invalid(path, item, "a name is not text")).ToArray());
        }

        Dictionary<int, string> names = [];
        foreach ((string key, YamlNode value) in node.Pairs ?? [])
        {
            if (!int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out int number))
            {
                throw Invalid(path, value, $"'{key}' is not a number of a class");
            }

            if (!names.TryAdd(number, value.Text?.Trim() ?? throw Invalid(path, value, $"the class {number} has no text for a name")))
            {
                throw Invalid(path, value, $"the class {number} is there twice");
            }
        }

        return new YoloNames(path, names);
    }

    private static DatasetException Invalid(string path, YamlNode node, string detail) =>
        ConversionErrors.At("InvalidYaml", path, node.Line, 1, "is not a description of a dataset", detail);

    /// <summary>Reads lines of <c>key = value</c>.</summary>
    private YoloDescription ReadData(SourceEntry entry)
    {
        Dictionary<string, string> values = new(StringComparer.OrdinalIgnoreCase);
        foreach (string line in Text(entry).Split('\n'))
        {
            int sign = line.IndexOf('=', StringComparison.Ordinal);
            if (sign > 0)
            {
                values[line[..sign].Trim()] = line[(sign + 1)..].Trim();
            }
        }

        return new YoloDescription
        {
            Path = source.PathOf(entry),
            Folder = EntryPath.Folder(entry.Path),
            NamesFile = values.GetValueOrDefault("names"),
            Splits = SplitKeys.Select(key => values.GetValueOrDefault(key)).OfType<string>().Where(text => text.Length > 0).ToArray(),
        };
    }

    private string Text(SourceEntry entry) => AnnotationText.Read(
        source, entry, encoding => log.Add(YoloReasons.EncodingGuessed, source.PathOf(entry), null, $"taken for {encoding}"), cancellation);
}
