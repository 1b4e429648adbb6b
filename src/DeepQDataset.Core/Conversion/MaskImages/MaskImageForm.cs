namespace DeepQDataset.Conversion.MaskImages;

/// <summary>What the pixels and names of mask images say.</summary>
public enum MaskImageForm
{
    /// <summary>
    /// Values where classes were given for them; Folders where masks of one name lie in several folders; Suffixes where no mask is called
    /// as an image is; else Values.
    /// </summary>
    Automatic,

    /// <summary>One mask for each image, called as the image is: <c>a.png</c>; the value of a pixel is its class, 0 is none.</summary>
    Values,

    /// <summary>One mask for each image and class: <c>a_lesion.png</c>, or with <c>-</c> or <c>.</c>; what is not 0 is inside.</summary>
    Suffixes,

    /// <summary>One mask for each image and class: <c>lesion/a.png</c>; what is not 0 is inside.</summary>
    Folders,
}
