namespace DeepQDataset;

/// <summary>Represents a list of names; prints as its members joined by <c>; </c>.</summary>
/// <param name="values">The names, in the order in which they are kept.</param>
public sealed class DqStringList(IEnumerable<string> values) : DqCollection<string>(values)
{
    /// <summary>No name.</summary>
    public static DqStringList Empty { get; } = new([]);

    /// <inheritdoc/>
    public override string ToString() => string.Join("; ", this);
}
