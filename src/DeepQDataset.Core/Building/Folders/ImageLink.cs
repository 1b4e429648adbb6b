namespace DeepQDataset.Building.Folders;

/// <summary>How the images of a folder come to be there.</summary>
public enum ImageLink
{
    /// <summary>As copies of their own.</summary>
    None,

    /// <summary>As hard links: one file under two names, on one volume. Who changes it under one name changes it under the other.</summary>
    Hard,

    /// <summary>As symbolic links to where they lie, on any volume. They lead nowhere when the images are moved.</summary>
    Symbolic,
}
