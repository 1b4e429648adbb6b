using DeepQDataset.Labels;
using DeepQDataset.Masks;

namespace DeepQDataset.Conversion;

/// <summary>
/// Combines the objects of one image into a packed mask for each class, and reports objects that cannot be filled. One instance is reused
/// for all images.
/// </summary>
/// <param name="log">Receives the losses.</param>
internal sealed class ClassMasks(ConversionLog log)
{
    private readonly PolygonFiller _polygons = new();
    private readonly List<(string Class, MaskBuilder Mask, int? Line)> _masks = [];
    private ConvertedImage? _image;
    private ImageSize? _size;
    private string _path = "";

    /// <summary>Starts a new image.</summary>
    /// <param name="image">The image.</param>
    /// <param name="size">The size after orientation; null if it is unknown.</param>
    /// <param name="path">The annotation file, for messages.</param>
    public void Start(ConvertedImage image, ImageSize? size, string path)
    {
        (_image, _size, _path) = (image, size, path);
        _masks.Clear();
    }

    /// <summary>Adds an object.</summary>
    /// <param name="name">The class.</param>
    /// <param name="outline">The outline; null if the annotations have none.</param>
    /// <param name="line">The line of the object.</param>
    public void Add(string name, Outline? outline, int? line)
    {
        string subject = $"'{name}' in '{_image!.OriginalName}'";
        if (outline is null)
        {
            log.Add(MaskReasons.OutlineMissing, _path, line, subject);
            return;
        }

        if (_size is not ImageSize size || (long)size.Width * size.Height > MaskText.MaximumPixels)
        {
            log.Add(
                MaskReasons.MaskSizeUnknown, _path, line, _size is null ? subject : $"{subject}, of {_size} pixels, which are too many");
            return;
        }

        if (outline.Size is (int width, int height) && (width != size.Width || height != size.Height))
        {
            log.Add(
                MaskReasons.MaskSizeDiffers, _path, line,
                FormattableString.Invariant($"{subject}: the mask has {width} × {height} pixels, the image {size}"));
            return;
        }

        int index = _masks.FindIndex(mask => string.Equals(mask.Class, name, StringComparison.Ordinal));
        MaskBuilder builder = index < 0 ? new MaskBuilder(size.Width, size.Height) : _masks[index].Mask;
        if (outline.Fill(builder, _polygons) <= 0)
        {
            log.Add(MaskReasons.OutlineEmpty, _path, line, subject);
            return;
        }

        if (index < 0)
        {
            _masks.Add((name, builder, line));
        }

        if (IsBeyond(outline.Box, size))
        {
            log.Add(MaskReasons.OutlineClipped, _path, line, $"{subject}, which has {size} pixels");
        }
    }

    /// <summary>
    /// Returns a label for each class with at least one pixel. If there is none, returns the label for an empty or an unlabelled image.
    /// </summary>
    /// <param name="line">The line of the image, if it has one.</param>
    public IEnumerable<DqLabel> Labels(int? line = null)
    {
        foreach ((string name, MaskBuilder mask, int? at) in _masks)
        {
            yield return _image!.Masked(name, mask, at);
        }

        if (_masks.Count == 0)
        {
            yield return _image!.Empty(line);
        }
    }

    private static bool IsBeyond(BoundingBox box, ImageSize size) =>
        box.X < -BoxFitter.Tolerance || box.Y < -BoxFitter.Tolerance
        || box.X + box.Width > size.Width + BoxFitter.Tolerance || box.Y + box.Height > size.Height + BoxFitter.Tolerance;
}
