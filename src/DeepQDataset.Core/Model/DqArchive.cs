namespace DeepQDataset;

/// <summary>Represents a zip that was written.</summary>
public sealed class DqArchive
{
    internal DqArchive()
    {
    }

    /// <summary>Gets the full path of the zip.</summary>
    public string Path { get; internal init; } = "";

    /// <summary>Gets the name of the dataset, which is the name of the zip without <c>.zip</c>.</summary>
    public string Dataset { get; internal init; } = "";

    /// <summary>Gets the number of entries.</summary>
    public long Entries { get; internal init; }

    /// <summary>Gets the number of entries that are images.</summary>
    public long Images { get; internal init; }

    /// <summary>Gets the number of labels that were written: rows of label.csv, or images in class folders.</summary>
    public long Labels { get; internal init; }

    /// <summary>Gets the size of the zip in bytes.</summary>
    public long Bytes { get; internal init; }

    /// <summary>Gets the SHA-256 of the zip in lower-case hexadecimal; empty if it was not computed (<c>-HashAlgorithm None</c>).</summary>
    public string Sha256 { get; internal init; } = "";

    /// <summary>Gets the images that were renamed to be valid and unique.</summary>
    public DqRenameCollection Renames { get; internal init; } = DqRenameCollection.Empty;

    /// <summary>Gets the files of the source that have no place in the layout and were left out.</summary>
    public DqStringList LeftOut { get; internal init; } = DqStringList.Empty;

    /// <summary>Gets the time that it took.</summary>
    public TimeSpan Duration { get; internal init; }

    /// <inheritdoc/>
    public override string ToString() => Path;
}
