namespace DeepQDataset.Building.Folders;

/// <summary>Specifies how images get into a folder.</summary>
public enum ImageLink
{
    /// <summary>Images are copied.</summary>
    None,

    /// <summary>Images are hard links: one file with two names on one volume. A change under one name changes the other, too.</summary>
    Hard,

    /// <summary>Images are symbolic links, on any volume. They break when the original images are moved.</summary>
    Symbolic,
}
