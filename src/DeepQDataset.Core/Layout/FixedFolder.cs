namespace DeepQDataset.Layout;

/// <summary>Specifies the folders with prescribed names (guide chapter 2.1, red in its figures).</summary>
internal enum FixedFolder
{
    /// <summary>Neither folder.</summary>
    None = 0,

    /// <summary><c>image</c>.</summary>
    Image,

    /// <summary><c>Classes</c>.</summary>
    Classes,
}
