using DeepQDataset.LabelMe;
using DeepQDataset.Sources;

namespace DeepQDataset.Conversion.LabelMe;

/// <summary>A LabelMe file that is converted.</summary>
/// <param name="Entry">The file.</param>
/// <param name="Path">How messages name it.</param>
/// <param name="Content">What it says.</param>
internal sealed record LabelMeAnnotations(SourceEntry Entry, string Path, LabelMeFile Content)
{
    /// <summary>Its image; null when that is to be left out, since the platform does not take it.</summary>
    public ConvertedImage? Image { get; set; }

    /// <summary>The size of the embedded image, where that is the image; else null.</summary>
    public ImageSize? EmbeddedSize { get; set; }

    /// <summary>The same, turned upright.</summary>
    public ImageSize? EmbeddedShownSize { get; set; }
}
