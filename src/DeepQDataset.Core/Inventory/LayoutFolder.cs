using DeepQDataset.Layout;
using DeepQDataset.Text;

namespace DeepQDataset.Inventory;

/// <summary>
/// Represents a folder of the layout: <c>image</c>, <c>Classes</c> and those in them, down to the first that has no place there.
/// </summary>
internal sealed class LayoutFolder
{
    internal LayoutFolder(string path, LayoutFolderRole role, LayoutFolder? parent)
    {
        Path = path;
        Role = role;
        Parent = parent;
    }

    /// <summary>Gets the path, relative to the source's root.</summary>
    public string Path { get; }

    /// <summary>Gets the folder's name.</summary>
    public string Name => EntryPath.FileName(Path);

    /// <summary>What it is by its place.</summary>
    public LayoutFolderRole Role { get; }

    /// <summary>Gets the folder of the layout that it lies in; null for <c>image</c> and <c>Classes</c>.</summary>
    public LayoutFolder? Parent { get; }

    /// <summary>Gets a value that indicates whether it is <c>image</c> or <c>Classes</c> itself, in whatever spelling.</summary>
    internal bool IsPrescribed => Role is LayoutFolderRole.Image or LayoutFolderRole.Classes;

    /// <summary>Gets the number of images that lie in it, those in its folders left out.</summary>
    public int Images { get; internal set; }

    /// <summary>Gets the number of images that lie in it and in all folders below.</summary>
    public int AllImages { get; internal set; }

    /// <summary>Gets the number of files that are neither images nor a system's lie in it and in all folders below.</summary>
    public int AllOtherFiles { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => Path;

    /// <summary>Adds a file to this folder and to those around it.</summary>
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
