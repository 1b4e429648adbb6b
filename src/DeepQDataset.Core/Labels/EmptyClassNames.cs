namespace DeepQDataset.Labels;

/// <summary>Provides class names that the reader of edition 3.0 reads as missing values, case-sensitively (DQ529).</summary>
internal static class EmptyClassNames
{
    private static readonly HashSet<string> Words = new(StringComparer.Ordinal)
    {
        "#N/A",
        "#N/A N/A",
        "#NA",
        "-1.#IND",
        "-1.#QNAN",
        "-NaN",
        "-nan",
        "1.#IND",
        "1.#QNAN",
        "<NA>",
        "N/A",
        "NA",
        "NULL",
        "NaN",
        "None",
        "n/a",
        "nan",
        "null",
    };

    /// <summary>Determines whether a class name is one of them. The empty name is another rule's concern (DQ507).</summary>
    public static bool Contains(string name) => Words.Contains(name);
}
