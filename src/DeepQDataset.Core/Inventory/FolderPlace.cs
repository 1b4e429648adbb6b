using DeepQDataset.Layout;

namespace DeepQDataset.Inventory;

/// <summary>Represents the meaning of the files that are directly in a folder.</summary>
internal sealed class FolderPlace
{
    /// <summary>Gets the place outside of the layout: around or beside it.</summary>
    public static FolderPlace Outside { get; } = new();

    /// <summary>Gets the place of the folder that contains the layout, with label.csv and LabelMe files.</summary>
    public static FolderPlace Root { get; } = new() { IsRoot = true };

    /// <summary>Gets a value that indicates whether this is the folder that contains the layout.</summary>
    public bool IsRoot { get; private init; }

    /// <summary>Gets the system folder that contains it; null if there is none.</summary>
    public string? SystemFolder { get; init; }

    /// <summary>Gets the folder of the layout; null outside of <c>image</c> and <c>Classes</c>.</summary>
    public LayoutFolder? Folder { get; init; }

    /// <summary>Gets the prescribed folder that contains it.</summary>
    public FixedFolder Kind { get; init; }

    /// <summary>Gets the number of folders between the prescribed folder and the files: 0 directly in it.</summary>
    public int Level { get; init; }

    /// <summary>Gets the number of characters of a path before the name in label.csv; -1 if that is only the file name.</summary>
    public int LabelNameStart { get; init; } = -1;

    /// <summary>Gets the name of the class folder; null if there is none.</summary>
    public string? Class { get; init; }

    /// <summary>Gets the name of the study folder; null if there is none.</summary>
    public string? Study { get; init; }

    /// <summary>Gets the name of the series folder; null if there is none.</summary>
    public string? Series { get; init; }
}
