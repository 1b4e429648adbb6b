namespace DeepQDataset.Text;

/// <summary>Represents what can be wrong with the name of a file or folder, whatever its extension says.</summary>
[Flags]
internal enum NameFaults
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>A file's name has a character that is not allowed (DQ203).</summary>
    Character = 1,

    /// <summary>A file's name has white space (DQ204).</summary>
    Space = 2,

    /// <summary>The name is not composed, or has invisible characters (DQ207).</summary>
    Normalization = 4,

    /// <summary>Not every system can store the name (DQ208).</summary>
    Portability = 8,

    /// <summary>All of them.</summary>
    All = Character | Space | Normalization | Portability,
}
