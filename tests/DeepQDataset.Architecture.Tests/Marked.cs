namespace DeepQDataset.Architecture.Tests;

/// <summary>Uses a type by an attribute.</summary>
[Mark(typeof(TypeUse))]
internal static class Marked
{
    /// <summary>Stands in <see cref="MarkAttribute"/> as a value.</summary>
    public const int Number = 3;
}
