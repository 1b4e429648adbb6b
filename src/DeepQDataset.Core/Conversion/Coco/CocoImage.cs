namespace DeepQDataset.Conversion.Coco;

/// <summary>Represents an image of a COCO file.</summary>
/// <param name="image">The image.</param>
/// <param name="entry">The entry of the image in the file.</param>
internal sealed class CocoImage(ConvertedImage image, CocoImageEntry entry)
{
    private ImageSize? _size;
    private bool _isMeasured;

    /// <summary>Gets the image.</summary>
    public ConvertedImage Image { get; } = image;

    /// <summary>Gets the 1-based line it stands in.</summary>
    public int Line { get; } = entry.Line;

    /// <summary>Gets the ids of the categories that are known to be absent from the image.</summary>
    public IReadOnlyList<string> Negatives { get; } = entry.Negatives ?? [];

    /// <summary>
    /// Gets a value that indicates whether some categories may be present without an annotation (LVIS: <c>not_exhaustive_category_ids</c>).
    /// </summary>
    public bool IsPartial { get; } = entry.IsPartial;

    /// <summary>Gets or sets a value that indicates whether a label has been created for the image.</summary>
    public bool IsLabelled { get; set; }

    /// <summary>Returns the size of the image after orientation.</summary>
    public ImageSize? ShownSizeBy(ImageHeaders headers, string path) => headers.MaskSize(Image, entry.Declared, path, Line);

    /// <summary>Returns the size of the image, which is read from its file once.</summary>
    public ImageSize? SizeBy(ImageHeaders headers, string path)
    {
        if (!_isMeasured)
        {
            _size = headers.Check(Image, entry.Declared, path, Line);
            _isMeasured = true;
        }

        return _size;
    }
}
