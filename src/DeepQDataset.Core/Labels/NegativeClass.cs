namespace DeepQDataset.Labels;

/// <summary>
/// Provides the class by which label.csv states that an image has no object (guide 1.1 and 2.3, detection; the reader of edition 3.0).
/// </summary>
internal static class NegativeClass
{
    /// <summary>The name in every edition.</summary>
    public const string Name = DqLabel.NegativeClass;

    /// <summary>The alias, which the reader of edition 3.0 supports only in detection.</summary>
    public const string Alias = "negative";

    /// <summary>Determines whether a class is the name in every edition, case-sensitively.</summary>
    public static bool Is(ReadOnlySpan<byte> name) => name.SequenceEqual("nothing to label"u8);

    /// <summary>Determines whether a class is the alias, case-sensitively.</summary>
    public static bool IsAlias(ReadOnlySpan<byte> name) => name.SequenceEqual("negative"u8);
}
