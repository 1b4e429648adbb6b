namespace DeepQDataset.Conversion.Coco;

/// <summary>An image of a COCO file.</summary>
/// <param name="image">The image.</param>
/// <param name="declared">The size that the file gives; null where it gives none.</param>
/// <param name="line">The 1-based line it stands in.</param>
/// <param name="negatives">The ids of categories that are known not to be in it.</param>
internal sealed class CocoImage(ConvertedImage image, ImageSize? declared, int line, IReadOnlyList<string> negatives)
{
    private ImageSize? _size;
    private bool _isMeasured;

    /// <summary>The image.</summary>
    public ConvertedImage Image { get; } = image;

    /// <summary>The 1-based line it stands in.</summary>
    public int Line { get; } = line;

    /// <summary>The ids of categories that are known not to be in it.</summary>
    public IReadOnlyList<string> Negatives { get; } = negatives;

    /// <summary>Whether a label was made for it.</summary>
    public bool IsLabelled { get; set; }

    /// <summary>How large the image is; asked of its file once.</summary>
    public ImageSize? SizeBy(ImageHeaders headers, string path)
    {
        if (!_isMeasured)
        {
            _size = headers.Check(Image, declared, path, Line);
            _isMeasured = true;
        }

        return _size;
    }
}
