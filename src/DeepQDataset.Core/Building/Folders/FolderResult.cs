namespace DeepQDataset.Building.Folders;

/// <summary>Describes what was written into a folder.</summary>
public sealed record FolderResult
{
    /// <summary>Gets the folder's full path.</summary>
    public required string Path { get; init; }

    /// <summary>Gets the number of files.</summary>
    public required long Files { get; init; }

    /// <summary>Gets the number of images among the files.</summary>
    public required long Images { get; init; }

    /// <summary>Gets the number of labels: rows of label.csv, or images in class folders.</summary>
    public required long Labels { get; init; }

    /// <summary>Gets the images that were renamed, by new name.</summary>
    public required DqRenameCollection Renames { get; init; }

    /// <summary>Gets the files of the source that were left out.</summary>
    public required DqStringList LeftOut { get; init; }
}
