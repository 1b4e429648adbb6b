namespace DeepQDataset.Sources.Zip;

/// <summary>Provides the signatures of a zip's records, as little-endian numbers (APPNOTE 4.3).</summary>
internal static class ZipSignature
{
    /// <summary><c>PK\3\4</c>, before the data of each entry.</summary>
    public const uint LocalHeader = 0x04034B50;

    /// <summary><c>PK\1\2</c>, for each entry in the central directory.</summary>
    public const uint DirectoryRecord = 0x02014B50;

    /// <summary><c>PK\5\6</c>, the end record.</summary>
    public const uint End = 0x06054B50;

    /// <summary><c>PK\6\6</c>, the zip64 end record.</summary>
    public const uint Zip64End = 0x06064B50;

    /// <summary><c>PK\6\7</c>, the locator of the zip64 end record.</summary>
    public const uint Zip64Locator = 0x07064B50;

    /// <summary><c>PK\7\8</c>, before a data descriptor, and at the start of the first volume of a split zip (APPNOTE 8.5.3).</summary>
    public const uint DataDescriptor = 0x08074B50;

    /// <summary><c>PK00</c>, at the start of a zip that was prepared for splitting but has one volume (APPNOTE 8.5.4).</summary>
    public const uint SingleVolume = 0x30304B50;
}
