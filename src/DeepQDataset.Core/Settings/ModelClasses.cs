using System.Text.Json;

namespace DeepQDataset.Settings;

/// <summary>Reads the classes of a model of the platform: the <c>class_list</c> of its model.json (as in the platform's reader).</summary>
public static class ModelClasses
{
    private const long MaximumBytes = 64 << 20;
    private const string Key = "class_list";

    /// <summary>Reads the classes.</summary>
    /// <param name="fullPath">The rooted path of model.json.</param>
    /// <exception cref="DatasetException">The file is not a model.json.</exception>
    /// <exception cref="IOException">The source cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">Access is denied.</exception>
    public static IReadOnlySet<string> Read(string fullPath)
    {
        if (new FileInfo(fullPath).Length > MaximumBytes)
        {
            throw Invalid(fullPath, "the file is larger than 64 MiB");
        }

        try
        {
            using FileStream stream = File.OpenRead(fullPath);
            using JsonDocument json = JsonDocument.Parse(stream);
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty(Key, out JsonElement classes)
                ? Names(classes, fullPath)
                : throw Invalid(fullPath, $"it has no '{Key}'");
        }
        catch (JsonException exception)
        {
            throw Invalid(fullPath, $"it is not JSON: {exception.Message.TrimEnd('.')}");
        }
    }

    private static HashSet<string> Names(JsonElement classes, string fullPath) => classes.ValueKind switch
    {
        JsonValueKind.Array when classes.EnumerateArray().All(static item => item.ValueKind == JsonValueKind.String) =>
            new HashSet<string>(classes.EnumerateArray().Select(static item => item.GetString()!), StringComparer.Ordinal),
        JsonValueKind.Object => new HashSet<string>(classes.EnumerateObject().Select(static item => item.Name), StringComparer.Ordinal),
        _ => throw Invalid(fullPath, $"its '{Key}' is not a list of names"),
    };

    private static DatasetException Invalid(string fullPath, string fault) =>
        new("InvalidModel", DatasetErrorKind.InvalidData, $"'{fullPath}' is not a model.json of the platform: {fault}.", fullPath);
}
