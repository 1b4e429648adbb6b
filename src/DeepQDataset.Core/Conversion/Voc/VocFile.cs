namespace DeepQDataset.Conversion.Voc;

/// <summary>Represents the content of a VOC file.</summary>
/// <param name="path">The name to use in messages.</param>
internal sealed class VocFile(string path)
{
    /// <summary>Gets the name to use in messages.</summary>
    public string Path { get; } = path;

    /// <summary>Gets or sets the image's file name; null if none is given.</summary>
    public string? FileName { get; set; }

    /// <summary>Gets or sets the image's size; null if none is given.</summary>
    public ImageSize? Declared { get; set; }

    /// <summary>Gets the objects with a name and a box.</summary>
    public List<VocObject> Objects { get; } = [];

    /// <summary>Gets or sets a value that indicates whether the file has any object, including one without a name or a box.</summary>
    public bool HasObjects { get; set; }

    /// <summary>Gets or sets a value that indicates whether <c>database</c> is one of the official sets.</summary>
    public bool IsOfficial { get; set; }

    /// <summary>
    /// Gets or sets a value that indicates whether a coordinate is 0 or has decimals, which does not occur in the official sets.
    /// </summary>
    public bool CountsFromZero { get; set; }

    /// <summary>Gets or sets the image; null if it is left out. Set after all images have been searched.</summary>
    public ConvertedImage? Image { get; set; }
}
