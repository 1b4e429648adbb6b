namespace DeepQDataset.Conversion.Yolo;

/// <summary>Represents the content of data.yaml or obj.data.</summary>
internal sealed record YoloDescription
{
    /// <summary>Gets the file name to use in messages.</summary>
    public required string Path { get; init; }

    /// <summary>Gets the folder of the file; empty at the root.</summary>
    public required string Folder { get; init; }

    /// <summary>Gets the names of the classes; null if there are none.</summary>
    public YoloNames? Names { get; init; }

    /// <summary>Gets the file with the names of the classes, if one is given.</summary>
    public string? NamesFile { get; init; }

    /// <summary>Gets the declared root of the dataset; empty if there is none.</summary>
    public string Root { get; init; } = "";

    /// <summary>Gets the values of train, val and test: folders, lists of images, or images.</summary>
    public IReadOnlyList<string> Splits { get; init; } = [];

    /// <summary>Gets the number of values for key points of a pose after a box; 0 for none.</summary>
    public int KeyPointNumbers { get; init; }
}
