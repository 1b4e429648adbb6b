namespace DeepQDataset.Sources;

/// <summary>Represents what kind of thing holds a dataset.</summary>
internal enum SourceKind
{
    /// <summary>A folder.</summary>
    Folder,

    /// <summary>A zip archive.</summary>
    Zip,
}
