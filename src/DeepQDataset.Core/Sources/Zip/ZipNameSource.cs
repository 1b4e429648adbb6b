namespace DeepQDataset.Sources.Zip;

/// <summary>Specifies how the name of an entry was decoded.</summary>
internal enum ZipNameSource
{
    /// <summary>As ASCII.</summary>
    Ascii,

    /// <summary>As UTF-8, by flag bit 11.</summary>
    UnicodeFlag,

    /// <summary>From a valid Unicode Path field (0x7075).</summary>
    UnicodePath,

    /// <summary>By a guess, since the zip does not give the encoding.</summary>
    Guess,
}
