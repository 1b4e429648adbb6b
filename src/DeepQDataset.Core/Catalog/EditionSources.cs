namespace DeepQDataset.Catalog;

/// <summary>Provides the source of each rule in each edition: a page of its guide, or its reader. Loaded on first use.</summary>
internal static class EditionSources
{
    private const string Resource = "EditionSources.tsv";

    private static readonly Lazy<Dictionary<string, string[]>> Rows = new(Read);

    /// <summary>Returns the source of a rule in an edition; null if it is unknown.</summary>
    public static string? Of(string id, DqPlatform platform) =>
        Rows.Value.TryGetValue(id, out string[]? sources) ? sources[(int)platform] : null;

    private static Dictionary<string, string[]> Read()
    {
        Dictionary<string, string[]> rows = new(StringComparer.Ordinal);
        using StreamReader reader = new(typeof(EditionSources).Assembly.GetManifestResourceStream(Resource)!);
        for (string? line = reader.ReadLine(); line is not null; line = reader.ReadLine())
        {
            string[] fields = line.Split('\t');
            if (fields.Length == DqPlatformName.All.Count + 1)
            {
                rows[fields[0]] = fields[1..];
            }
        }

        return rows;
    }
}
