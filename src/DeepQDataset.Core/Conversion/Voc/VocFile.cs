namespace DeepQDataset.Conversion.Voc;

/// <summary>What a VOC file says.</summary>
/// <param name="path">How messages name it.</param>
internal sealed class VocFile(string path)
{
    /// <summary>How messages name it.</summary>
    public string Path { get; } = path;

    /// <summary>The image's file name; null where none is given.</summary>
    public string? FileName { get; set; }

    /// <summary>The image's size; null where none is given.</summary>
    public ImageSize? Declared { get; set; }

    /// <summary>Its objects that have a name and a box.</summary>
    public List<VocObject> Objects { get; } = [];

    /// <summary>Whether it has any object, be it one without a name or a box.</summary>
    public bool HasObjects { get; set; }

    /// <summary>Whether <c>database</c> names one of the official sets.</summary>
    public bool IsOfficial { get; set; }

    /// <summary>Whether a coordinate is 0 or written with decimals, which the official sets' integers from 1 on are not.</summary>
    public bool CountsFromZero { get; set; }

    /// <summary>The image; null where it is left out. Filled when all images have been looked for.</summary>
    public ConvertedImage? Image { get; set; }
}
