using DeepQDataset.Text;

namespace DeepQDataset.Repair;

/// <summary>Where an image is to go.</summary>
/// <param name="image">Its index in the inventory.</param>
/// <param name="folder">The folder.</param>
/// <param name="name">Its file name, which may have to change still.</param>
internal sealed class ImageTarget(int image, string folder, string name)
{
    /// <summary>Its index in the inventory.</summary>
    public int Image => image;

    /// <summary>Gets the folder.</summary>
    public string Folder => folder;

    /// <summary>Gets or sets the path.</summary>
    public string Path { get; set; } = EntryPath.Combine(folder, name);

    /// <summary>Gets a value that indicates whether its file name was mended.</summary>
    public bool IsRenamed { get; init; }

    /// <summary>Gets a value that indicates whether folders around it were dissolved (DQ107).</summary>
    public bool IsFlattened { get; init; }

    /// <summary>Gets a value that indicates whether an ambiguous label fits it, so that it keeps its name.</summary>
    public bool IsPinned { get; init; }
}
