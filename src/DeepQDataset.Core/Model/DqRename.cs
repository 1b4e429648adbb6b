namespace DeepQDataset;

/// <summary>Represents an image that was renamed in the archive.</summary>
public sealed class DqRename
{
    internal DqRename()
    {
    }

    /// <summary>Gets the source: the path of the file, followed by the entry if it is in a zip.</summary>
    public string Source { get; internal init; } = "";

    /// <summary>Gets the original name.</summary>
    public string OldName { get; internal init; } = "";

    /// <summary>Gets the new name.</summary>
    public string NewName { get; internal init; } = "";

    /// <inheritdoc/>
    public override string ToString() => $"{OldName} -> {NewName}";
}
