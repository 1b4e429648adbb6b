namespace DeepQDataset.Sources.Zip;

/// <summary>Specifies why a file cannot be read as a zip.</summary>
internal enum ZipFailureKind
{
    /// <summary>The file is empty.</summary>
    Empty,

    /// <summary>The file has another format.</summary>
    OtherFormat,

    /// <summary>There is no end-of-central-directory record: the zip is truncated, or the file is not a zip.</summary>
    NoEndRecord,

    /// <summary>The file is one volume of several.</summary>
    MultipleVolumes,

    /// <summary>The directory is not where the end record says, or cannot be read.</summary>
    DirectoryDamaged,
}
