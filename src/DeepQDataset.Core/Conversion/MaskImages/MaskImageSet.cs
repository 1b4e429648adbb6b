using DeepQDataset.Sources;

namespace DeepQDataset.Conversion.MaskImages;

/// <summary>An image and its masks.</summary>
/// <param name="Image">The image.</param>
/// <param name="Path">Its first mask, as messages name it.</param>
internal sealed record MaskImageSet(ConvertedImage Image, string Path)
{
    /// <summary>The masks, with the class of each; null where values say the classes.</summary>
    public List<(SourceEntry Mask, string? Class)> Masks { get; } = [];
}
