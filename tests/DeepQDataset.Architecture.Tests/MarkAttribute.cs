namespace DeepQDataset.Architecture.Tests;

/// <summary>Names a type, and refers to <see cref="Marked"/> only by a comment and a constant.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class MarkAttribute(Type type) : Attribute
{
    public Type Type { get; } = type;

    public int Number { get; } = Marked.Number;
}
