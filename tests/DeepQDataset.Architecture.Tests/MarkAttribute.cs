namespace DeepQDataset.Architecture.Tests;

/// <summary>Names a type, and knows <see cref="Marked"/> by a comment and a constant only.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class MarkAttribute(Type type) : Attribute
{
    public Type Type { get; } = type;

    public int Number { get; } = Marked.Number;
}
