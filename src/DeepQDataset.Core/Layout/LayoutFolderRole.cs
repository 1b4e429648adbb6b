namespace DeepQDataset.Layout;

/// <summary>Specifies the role of a folder in its layout (guide chapter 2.1), by its location.</summary>
internal enum LayoutFolderRole
{
    /// <summary><c>image</c> or a misspelling.</summary>
    Image,

    /// <summary><c>Classes</c> or a misspelling.</summary>
    Classes,

    /// <summary>A folder in <c>Classes</c>.</summary>
    Class,

    /// <summary>A folder in <c>image</c>.</summary>
    Study,

    /// <summary>A folder in a study.</summary>
    Series,

    /// <summary>A folder in a series or a class folder, where none belongs; folders below it are part of it.</summary>
    Nested,

    /// <summary>A folder of a dataset whose images may be anywhere (edition 3.0).</summary>
    Free,
}
