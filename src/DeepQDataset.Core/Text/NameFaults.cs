namespace DeepQDataset.Text;

/// <summary>Specifies the faults of the name of a file or folder, not including its extension.</summary>
[Flags]
internal enum NameFaults
{
    /// <summary>No fault.</summary>
    None = 0,

    /// <summary>The file name contains a character that is not allowed (DQ203).</summary>
    Character = 1,

    /// <summary>The file name contains white space (DQ204).</summary>
    Space = 2,

    /// <summary>The name is not composed, or contains invisible characters (DQ207).</summary>
    Normalization = 4,

    /// <summary>Some systems cannot store the name (DQ208).</summary>
    Portability = 8,

    /// <summary>All faults.</summary>
    All = Character | Space | Normalization | Portability,
}
