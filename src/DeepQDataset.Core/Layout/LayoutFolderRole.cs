namespace DeepQDataset.Layout;

/// <summary>Represents what a folder is in its layout (guide chapter 2.1), by its place.</summary>
internal enum LayoutFolderRole
{
    /// <summary><c>image</c> or its near miss.</summary>
    Image,

    /// <summary><c>Classes</c> or its near miss.</summary>
    Classes,

    /// <summary>A folder in <c>Classes</c>.</summary>
    Class,

    /// <summary>A folder in <c>image</c>.</summary>
    Study,

    /// <summary>A folder in a study.</summary>
    Series,

    /// <summary>A folder in a series or a class folder, where none belongs; those below it count as part of it.</summary>
    Nested,

    /// <summary>A folder of a dataset whose images may lie anywhere (edition 3.0).</summary>
    Free,
}
