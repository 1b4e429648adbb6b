namespace DeepQDataset.Labels;

/// <summary>
/// The class by which label.csv says that an image holds no object (guide 1.1 and 2.3, detection; the reader of edition 3.0).
/// </summary>
internal static class NegativeClass
{
    /// <summary>The name that every edition knows.</summary>
    public const string Name = DqLabel.NegativeClass;

    /// <summary>Its alias, which the reader of edition 3.0 knows in detection alone.</summary>
    public const string Alias = "negative";

    /// <summary>Determines whether a class is the one that every edition knows, letter for letter.</summary>
    public static bool Is(ReadOnlySpan<byte> name) => name.SequenceEqual("nothing to label"u8);

    /// <summary>Determines whether a class is the alias, letter for letter.</summary>
    public static bool IsAlias(ReadOnlySpan<byte> name) => name.SequenceEqual("negative"u8);
}
