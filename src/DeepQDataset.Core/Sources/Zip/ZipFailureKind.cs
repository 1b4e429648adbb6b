namespace DeepQDataset.Sources.Zip;

/// <summary>Why a file cannot be read as a zip.</summary>
internal enum ZipFailureKind
{
    /// <summary>The file has no bytes.</summary>
    Empty,

    /// <summary>The file is of another format.</summary>
    OtherFormat,

    /// <summary>There is no end-of-central-directory record: the zip ends early, or the file never was one.</summary>
    NoEndRecord,

    /// <summary>The file is one volume of several.</summary>
    MultipleVolumes,

    /// <summary>The directory is not where the end record says, or cannot be read.</summary>
    DirectoryDamaged,
}
