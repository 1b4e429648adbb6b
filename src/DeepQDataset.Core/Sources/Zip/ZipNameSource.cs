namespace DeepQDataset.Sources.Zip;

/// <summary>Specifies how an entry's name was read.</summary>
internal enum ZipNameSource
{
    /// <summary>It is plain ASCII: there is nothing to decide.</summary>
    Ascii,

    /// <summary>As UTF-8, by flag bit 11.</summary>
    UnicodeFlag,

    /// <summary>From a valid Unicode Path field (0x7075).</summary>
    UnicodePath,

    /// <summary>By a guess: nothing in the zip says which encoding it has.</summary>
    Guess,
}
