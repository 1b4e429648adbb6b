using DeepQDataset.Inventory;

namespace DeepQDataset.Labels;

/// <summary>The ways in which label.csv may name an image.</summary>
internal enum ImageNameForm
{
    /// <summary>As <see cref="ImageEntry.LabelName"/>: with folders and extension.</summary>
    Full,

    /// <summary>With folders, without extension, as in the guide's figures.</summary>
    Stem,

    /// <summary>The file name alone, though the image lies in folders.</summary>
    File,

    /// <summary>The file name alone without its extension, though the image lies in folders.</summary>
    FileStem,
}
