namespace DeepQDataset.Conversion.Yolo;

/// <summary>What data.yaml or obj.data says of a dataset.</summary>
internal sealed record YoloDescription
{
    /// <summary>The file, as messages name it.</summary>
    public required string Path { get; init; }

    /// <summary>The folder it lies in; empty at the root.</summary>
    public required string Folder { get; init; }

    /// <summary>The names of the classes; null where it gives none.</summary>
    public YoloNames? Names { get; init; }

    /// <summary>The file that holds the names, where it names one.</summary>
    public string? NamesFile { get; init; }

    /// <summary>The dataset's root as it says; empty where it says none.</summary>
    public string Root { get; init; } = "";

    /// <summary>What train, val and test name: folders, lists of images, or images.</summary>
    public IReadOnlyList<string> Splits { get; init; } = [];

    /// <summary>How many numbers stand behind a box for the key points of a pose; 0 for none.</summary>
    public int KeyPointNumbers { get; init; }
}
