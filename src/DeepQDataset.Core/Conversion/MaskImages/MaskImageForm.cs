namespace DeepQDataset.Conversion.MaskImages;

/// <summary>Specifies the meaning of the pixels and names of mask images.</summary>
public enum MaskImageForm
{
    /// <summary>
    /// Values if classes are given for them; Folders if several folders contain masks of the same name; Suffixes if no mask has the name of
    /// an image; otherwise Values.
    /// </summary>
    Automatic,

    /// <summary>
    /// One mask for each image, with the name of the image: <c>a.png</c>. The value of a pixel is its class; 0 is not a class.
    /// </summary>
    Values,

    /// <summary>
    /// One mask for each image and class: <c>a_lesion.png</c>, or with <c>-</c> or <c>.</c>. Pixels other than 0 are inside.
    /// </summary>
    Suffixes,

    /// <summary>One mask for each image and class: <c>lesion/a.png</c>. Pixels other than 0 are inside.</summary>
    Folders,
}
