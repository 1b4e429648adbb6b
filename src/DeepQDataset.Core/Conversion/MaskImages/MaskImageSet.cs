using DeepQDataset.Sources;

namespace DeepQDataset.Conversion.MaskImages;

/// <summary>Represents an image and its masks.</summary>
/// <param name="Image">The image.</param>
/// <param name="Path">The first mask, as named in messages.</param>
internal sealed record MaskImageSet(ConvertedImage Image, string Path)
{
    /// <summary>Gets the masks and the class of each; null if pixel values determine the class.</summary>
    public List<(SourceEntry Mask, string? Class)> Masks { get; } = [];
}
