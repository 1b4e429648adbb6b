namespace DeepQDataset;

/// <summary>Represents a zip that was written.</summary>
public sealed class DqArchive
{
    internal DqArchive()
    {
    }

    /// <summary>Gets the zip's full path.</summary>
    public string Path { get; internal init; } = "";

    /// <summary>Gets the dataset's name: the zip's without <c>.zip</c>.</summary>
    public string Dataset { get; internal init; } = "";

    /// <summary>Gets the number of entries.</summary>
    public long Entries { get; internal init; }

    /// <summary>How many of them are images.</summary>
    public long Images { get; internal init; }

    /// <summary>Gets the number of labels that were written: rows of label.csv, or images in class folders.</summary>
    public long Labels { get; internal init; }

    /// <summary>Gets the zip's size in bytes.</summary>
    public long Bytes { get; internal init; }

    /// <summary>Gets the zip's SHA-256 in lower-case hexadecimal; empty if it was packed without (<c>-HashAlgorithm None</c>).</summary>
    public string Sha256 { get; internal init; } = "";

    /// <summary>Images whose name was changed to be valid and unique.</summary>
    public DqRenameCollection Renames { get; internal init; } = DqRenameCollection.Empty;

    /// <summary>Files of the source that the layout has no place for and that stayed out of the zip.</summary>
    public DqStringList LeftOut { get; internal init; } = DqStringList.Empty;

    /// <summary>How long it took.</summary>
    public TimeSpan Duration { get; internal init; }

    /// <inheritdoc/>
    public override string ToString() => Path;
}
