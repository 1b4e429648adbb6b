namespace DeepQDataset.Architecture.Tests;

/// <summary>Uses a type by an attribute.</summary>
[Mark(typeof(TypeUse))]
internal static class Marked
{
    /// <summary>A value in <see cref="MarkAttribute"/>.</summary>
    public const int Number = 3;
}
