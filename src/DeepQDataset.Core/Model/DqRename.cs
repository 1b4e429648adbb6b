namespace DeepQDataset;

/// <summary>Represents an image that got another name in the archive than it had before.</summary>
public sealed class DqRename
{
    internal DqRename()
    {
    }

    /// <summary>Where it came from: a file's path, with the entry behind it when it lies in a zip.</summary>
    public string Source { get; internal init; } = "";

    /// <summary>Gets the name it had.</summary>
    public string OldName { get; internal init; } = "";

    /// <summary>Gets the name it has now.</summary>
    public string NewName { get; internal init; } = "";

    /// <inheritdoc/>
    public override string ToString() => $"{OldName} -> {NewName}";
}
