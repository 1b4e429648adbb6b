namespace DeepQDataset.Building.Folders;

/// <summary>What was written into a folder.</summary>
public sealed record FolderResult
{
    /// <summary>The folder's full path.</summary>
    public required string Path { get; init; }

    /// <summary>How many files.</summary>
    public required long Files { get; init; }

    /// <summary>How many of them are images.</summary>
    public required long Images { get; init; }

    /// <summary>How many labels: rows of label.csv, or images in class folders.</summary>
    public required long Labels { get; init; }

    /// <summary>Images that got another name, by new name.</summary>
    public required DqRenameCollection Renames { get; init; }

    /// <summary>Files of the source that stayed out.</summary>
    public required DqStringList LeftOut { get; init; }
}
