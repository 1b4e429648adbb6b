namespace DeepQDataset.Sources;

/// <summary>Specifies the kind of source of a dataset.</summary>
internal enum SourceKind
{
    /// <summary>A folder.</summary>
    Folder,

    /// <summary>A zip archive.</summary>
    Zip,
}
