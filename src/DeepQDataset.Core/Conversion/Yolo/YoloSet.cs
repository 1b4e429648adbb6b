using DeepQDataset.Labels;
using DeepQDataset.Sources;

namespace DeepQDataset.Conversion.Yolo;

/// <summary>Represents the images of a dataset with the content of their label files.</summary>
/// <param name="source">The dataset.</param>
/// <param name="log">Receives what is left out.</param>
internal sealed class YoloSet(AnnotationSource source, ConversionLog log)
{
    private readonly ConvertedImageFinder _finder = new(source.Images, log);
    private readonly List<(ConvertedImage Image, string Path, IReadOnlyList<YoloBox> Boxes, string? Class)> _items = [];

    /// <summary>Gets the images with their label files.</summary>
    public IReadOnlyList<(ConvertedImage Image, string Path, IReadOnlyList<YoloBox> Boxes, string? Class)> Items => _items;

    /// <summary>Creates a set from class folders.</summary>
    public static YoloSet OfClassFolders(AnnotationSource source, IReadOnlyList<SourceEntry> images, ConversionLog log)
    {
        YoloSet set = new(source, log);
        foreach (SourceEntry image in images)
        {
            set.Add(image, source.Images.PathOf(image), [], isEmpty: false, YoloClassFolders.ClassOf(image.Path));
        }

        set.Complete();
        return set;
    }

    /// <summary>Adds an image.</summary>
    /// <param name="image">The image.</param>
    /// <param name="path">The label file, as named in messages.</param>
    /// <param name="boxes">The boxes in the file.</param>
    /// <param name="isEmpty">Indicates whether the label file states that the image is empty.</param>
    /// <param name="name">The class of the whole image; null for boxes or an empty image.</param>
    public void Add(SourceEntry image, string path, IReadOnlyList<YoloBox> boxes, bool isEmpty, string? name = null)
    {
        LocatedImage file = new(source.Images.Source, image, IsExact: true);
        if (_finder.Add(YoloPaths.NameOf(image.Path), file, path, null) is ConvertedImage converted)
        {
            if (!isEmpty)
            {
                converted.MarkAnnotated();
            }

            _items.Add((converted, path, boxes, name));
        }
    }

    /// <summary>Names the images. Call it after all images have been added.</summary>
    public void Complete() => _finder.AssignNames();

    /// <summary>Creates the labels of an image.</summary>
    public IEnumerable<DqLabel> Labels(int index, ImageHeaders headers, BoxFitter fitter)
    {
        (ConvertedImage image, string path, IReadOnlyList<YoloBox> boxes, string? name) = _items[index];
        if (name is not null)
        {
            yield return image.Is(name, null);
            yield break;
        }

        ImageSize? size = boxes.Count == 0 ? null : headers.SizeOf(image.File!);
        bool isLabelled = false;
        foreach (YoloBox box in boxes)
        {
            if (Pixels(box, size) is not BoundingBox pixels)
            {
                log.Add(YoloReasons.SizeUnknown, path, box.Line, $"'{box.Class}' in '{image.OriginalName}'");
            }
            else if (fitter.Fit(pixels, size, path, box.Line, $"'{box.Class}' in '{image.OriginalName}'") is BoundingBox fitted)
            {
                isLabelled = true;
                yield return image.Box(box.Class, fitted, box.Line);
            }
        }

        if (!isLabelled && (boxes.Count == 0 || size is not null))
        {
            yield return image.Empty();
        }
    }

    /// <summary>Creates the labels of an image with a mask for each class.</summary>
    public IEnumerable<DqLabel> Masks(int index, ImageHeaders headers, ClassMasks masks)
    {
        (ConvertedImage image, string path, IReadOnlyList<YoloBox> boxes, string? name) = _items[index];
        ImageSize? size = boxes.Count == 0 ? null : headers.ShownSizeOf(image.File!);
        masks.Start(image, size, path);
        if (name is not null)
        {
            masks.Add(name, null, null); // a class of the whole image
        }

        foreach (YoloBox box in boxes)
        {
            masks.Add(box.Class, OutlineOf(box, size), box.Line);
        }

        return masks.Labels();
    }

    private static PolygonOutline? OutlineOf(YoloBox box, ImageSize? size)
    {
        if (box.Outline is not float[] points)
        {
            return null;
        }

        double[] ring = new double[points.Length];
        for (int at = 0; at < ring.Length; at++)
        {
            ring[at] = points[at] * (double)(box.IsInPixels ? 1 : at % 2 == 0 ? size?.Width ?? 1 : size?.Height ?? 1);
        }

        return new PolygonOutline([ring]);
    }

    private static BoundingBox? Pixels(YoloBox box, ImageSize? size) => box.IsInPixels ? box.Box
        : size is not ImageSize image ? null
        : new BoundingBox(
            BoxMath.Multiply(box.Box.X, image.Width),
            BoxMath.Multiply(box.Box.Y, image.Height),
            BoxMath.Multiply(box.Box.Width, image.Width),
            BoxMath.Multiply(box.Box.Height, image.Height));
}
