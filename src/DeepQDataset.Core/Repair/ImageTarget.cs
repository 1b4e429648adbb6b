using DeepQDataset.Text;

namespace DeepQDataset.Repair;

/// <summary>Represents the new location of an image.</summary>
/// <param name="image">The index in the inventory.</param>
/// <param name="folder">The folder.</param>
/// <param name="name">The file name, which may still change.</param>
internal sealed class ImageTarget(int image, string folder, string name)
{
    /// <summary>Gets the index in the inventory.</summary>
    public int Image => image;

    /// <summary>Gets the folder.</summary>
    public string Folder => folder;

    /// <summary>Gets or sets the path.</summary>
    public string Path { get; set; } = EntryPath.Combine(folder, name);

    /// <summary>Gets a value that indicates whether its file name was corrected.</summary>
    public bool IsRenamed { get; init; }

    /// <summary>Gets a value that indicates whether its folders were flattened (DQ107).</summary>
    public bool IsFlattened { get; init; }

    /// <summary>Gets a value that indicates whether an ambiguous label matches it, so that it keeps its name.</summary>
    public bool IsPinned { get; init; }
}
