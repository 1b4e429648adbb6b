namespace DeepQDataset;

/// <summary>Represents a list of names. Its text is the names joined by <c>; </c>.</summary>
/// <param name="values">The names in order.</param>
public sealed class DqStringList(IEnumerable<string> values) : DqCollection<string>(values)
{
    /// <summary>Gets an empty list.</summary>
    public static DqStringList Empty { get; } = new([]);

    /// <inheritdoc/>
    public override string ToString() => string.Join("; ", this);
}
