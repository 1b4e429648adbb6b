namespace DeepQDataset.Conversion.Coco;

/// <summary>An image of a COCO file.</summary>
/// <param name="image">The image.</param>
/// <param name="entry">How the file lists it.</param>
internal sealed class CocoImage(ConvertedImage image, CocoImageEntry entry)
{
    private ImageSize? _size;
    private bool _isMeasured;

    /// <summary>The image.</summary>
    public ConvertedImage Image { get; } = image;

    /// <summary>The 1-based line it stands in.</summary>
    public int Line { get; } = entry.Line;

    /// <summary>The ids of categories that are known not to be in it.</summary>
    public IReadOnlyList<string> Negatives { get; } = entry.Negatives ?? [];

    /// <summary>Whether some category may be in it without an annotation (LVIS: <c>not_exhaustive_category_ids</c>).</summary>
    public bool IsPartial { get; } = entry.IsPartial;

    /// <summary>Whether a label was made for it.</summary>
    public bool IsLabelled { get; set; }

    /// <summary>How large the image is, turned upright.</summary>
    public ImageSize? ShownSizeBy(ImageHeaders headers, string path) => headers.MaskSize(Image, entry.Declared, path, Line);

    /// <summary>How large the image is; asked of its file once.</summary>
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
