using DeepQDataset.Layout;

namespace DeepQDataset.Inventory;

/// <summary>Represents what files that lie directly in some folder are.</summary>
internal sealed class FolderPlace
{
    /// <summary>Outside the layout: around it or beside it.</summary>
    public static FolderPlace Outside { get; } = new();

    /// <summary>Gets the folder that holds the layout: where label.csv and LabelMe files lie.</summary>
    public static FolderPlace Root { get; } = new() { IsRoot = true };

    /// <summary>Gets a value that indicates whether it is the folder that holds the layout.</summary>
    public bool IsRoot { get; private init; }

    /// <summary>Gets the system folder it lies in; null if none.</summary>
    public string? SystemFolder { get; init; }

    /// <summary>Gets the layout's folder that counts; null outside <c>image</c> and <c>Classes</c>.</summary>
    public LayoutFolder? Folder { get; init; }

    /// <summary>Which of the two prescribed folders it lies in.</summary>
    public FixedFolder Kind { get; init; }

    /// <summary>Gets the number of folders that lie between the prescribed folder and the files: 0 directly in it.</summary>
    public int Level { get; init; }

    /// <summary>Gets the number of characters of a path come before what label.csv names; -1 for all up to the file name.</summary>
    public int LabelNameStart { get; init; } = -1;

    /// <summary>Gets the class folder's name; null if none.</summary>
    public string? Class { get; init; }

    /// <summary>Gets the study folder's name; null if none.</summary>
    public string? Study { get; init; }

    /// <summary>Gets the series folder's name; null if none.</summary>
    public string? Series { get; init; }
}
