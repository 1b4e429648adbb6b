namespace DeepQDataset.Sources;

/// <summary>What kind of thing holds a dataset.</summary>
internal enum SourceKind
{
    /// <summary>A folder.</summary>
    Folder,

    /// <summary>A zip archive.</summary>
    Zip,
}
