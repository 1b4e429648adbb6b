namespace DeepQDataset.Layout;

/// <summary>The folders whose names the platform prescribes (guide chapter 2.1, red in its figures).</summary>
internal enum FixedFolder
{
    /// <summary>Neither of the two.</summary>
    None = 0,

    /// <summary><c>image</c>.</summary>
    Image,

    /// <summary><c>Classes</c>.</summary>
    Classes,
}
