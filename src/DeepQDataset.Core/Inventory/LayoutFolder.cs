using DeepQDataset.Layout;
using DeepQDataset.Text;

namespace DeepQDataset.Inventory;

/// <summary>
/// Represents a folder of the layout: <c>image</c>, <c>Classes</c> and those inside them, down to the first one without a place in the
/// layout.
/// </summary>
internal sealed class LayoutFolder
{
    internal LayoutFolder(string path, LayoutFolderRole role, LayoutFolder? parent)
    {
        Path = path;
        Role = role;
        Parent = parent;
    }

    /// <summary>Gets the path relative to the root of the source.</summary>
    public string Path { get; }

    /// <summary>Gets the name of the folder.</summary>
    public string Name => EntryPath.FileName(Path);

    /// <summary>Gets the role of the folder.</summary>
    public LayoutFolderRole Role { get; }

    /// <summary>Gets the parent folder in the layout; null for <c>image</c> and <c>Classes</c>.</summary>
    public LayoutFolder? Parent { get; }

    /// <summary>Gets a value that indicates whether the folder is <c>image</c> or <c>Classes</c> itself, in any spelling.</summary>
    internal bool IsPrescribed => Role is LayoutFolderRole.Image or LayoutFolderRole.Classes;

    /// <summary>Gets the number of images directly in the folder.</summary>
    public int Images { get; internal set; }

    /// <summary>Gets the number of images in the folder and all folders below.</summary>
    public int AllImages { get; internal set; }

    /// <summary>Gets the number of files in the folder and all folders below that are neither images nor system files.</summary>
    public int AllOtherFiles { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => Path;

    /// <summary>Counts a file in this folder and its parents.</summary>
    internal void Add(bool isImage)
    {
        Images += isImage ? 1 : 0;
        for (LayoutFolder? folder = this; folder is not null; folder = folder.Parent)
        {
            folder.AllImages += isImage ? 1 : 0;
            folder.AllOtherFiles += isImage ? 0 : 1;
        }
    }
}
