using DeepQDataset.Inventory;

namespace DeepQDataset.Labels;

/// <summary>Specifies the forms in which label.csv may name an image.</summary>
internal enum ImageNameForm
{
    /// <summary>The <see cref="ImageEntry.LabelName"/>, with folders and extension.</summary>
    Full,

    /// <summary>With folders, without extension, as in the guide's figures.</summary>
    Stem,

    /// <summary>The file name of an image in folders.</summary>
    File,

    /// <summary>The file name without extension of an image in folders.</summary>
    FileStem,
}
