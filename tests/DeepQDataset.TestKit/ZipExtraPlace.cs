namespace DeepQDataset.TestKit;

/// <summary>Which of an entry's two headers something goes into.</summary>
[Flags]
public enum ZipExtraPlace
{
    /// <summary>Neither.</summary>
    None = 0,

    /// <summary>The local header, before the data.</summary>
    Local = 1,

    /// <summary>The central directory.</summary>
    Central = 2,

    /// <summary>Both.</summary>
    Both = Local | Central,
}
