namespace DeepQDataset.Repair;

/// <summary>What can be wrong with an image's file name.</summary>
[Flags]
internal enum NameFaults
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>An invalid character (DQ203).</summary>
    Character = 1,

    /// <summary>White space (DQ204).</summary>
    Space = 2,

    /// <summary>Not composed, or invisible characters (DQ207).</summary>
    Normalization = 4,

    /// <summary>A name that not every system can store (DQ208).</summary>
    Portability = 8,

    /// <summary>An extension that does not fit the content (DQ302).</summary>
    Mismatch = 16,

    /// <summary>An extension spelled otherwise, or missing on DICOM (DQ308).</summary>
    Spelling = 32,
}
