using DeepQDataset.LabelMe;
using DeepQDataset.Sources;

namespace DeepQDataset.Conversion.LabelMe;

/// <summary>Represents a LabelMe file to convert.</summary>
/// <param name="Entry">The file.</param>
/// <param name="Path">The name to use in messages.</param>
/// <param name="Content">The content.</param>
internal sealed record LabelMeAnnotations(SourceEntry Entry, string Path, LabelMeFile Content)
{
    /// <summary>Gets or sets the image; null if the platform does not accept it.</summary>
    public ConvertedImage? Image { get; set; }

    /// <summary>Gets or sets the size of the embedded image; null if the image is a file.</summary>
    public ImageSize? EmbeddedSize { get; set; }

    /// <summary>Gets or sets the size of the embedded image after orientation.</summary>
    public ImageSize? EmbeddedShownSize { get; set; }
}
