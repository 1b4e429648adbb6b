using DeepQDataset.Imaging;
using DeepQDataset.Imaging.Png;
using DeepQDataset.LabelMe;
using DeepQDataset.Masks;
using DeepQDataset.Sources;
using DeepQDataset.Sources.Embedded;

namespace DeepQDataset.Conversion.LabelMe;

/// <summary>
/// Creates the masks of LabelMe files. The points of the shapes are read again for each file, so that those of only one file are in memory.
/// </summary>
/// <param name="source">The source of the files.</param>
/// <param name="labeller">Determines usable shapes and sizes.</param>
/// <param name="log">Receives losses.</param>
/// <param name="cancellation">The token to monitor for cancellation requests.</param>
internal sealed class LabelMeMasks(
    IDatasetSource source, LabelMeLabeller labeller, ConversionLog log, CancellationToken cancellation) : IDisposable
{
    private readonly LabelMeReader _reader = new(keepsOutlines: true);
    private readonly PngPixelReader _pixels = new();
    private readonly ClassMasks _masks = new(log);

    /// <summary>
    /// Returns the labels of a file. If there are none, returns one that states that the image is empty, or one without a class.
    /// </summary>
    /// <exception cref="IOException">The file can no longer be read.</exception>
    public IEnumerable<DqLabel> LabelsOf(LabelMeAnnotations file)
    {
        if (file.Image is not ConvertedImage image)
        {
            return []; // already reported
        }

        bool hasShapes = file.Content.Shapes.Count > 0;
        _masks.Start(image, hasShapes ? labeller.ShownSizeOf(file, image) : null, file.Path);
        foreach (LabelMeShape shape in hasShapes ? Read(file).Shapes : [])
        {
            if (labeller.IsUsable(file, shape))
            {
                (Outline? outline, string? fault) = OutlineOf(file, shape);
                if (fault is null)
                {
                    _masks.Add(shape.Label, outline, shape.Place.Line);
                }
                else
                {
                    log.Add(MaskReasons.MaskUnreadable, file.Path, shape.Place.Line, $"'{shape.Label}' in '{image.OriginalName}': {fault}");
                }
            }
        }

        labeller.AddFlags(file, image, []);
        return _masks.Labels();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _reader.Dispose();
        _pixels.Dispose();
    }

    private LabelMeFile Read(LabelMeAnnotations file)
    {
        using Stream stream = source.Open(file.Entry);
        return _reader.Read(stream, cancellation);
    }

    private (Outline? Outline, string? Fault) OutlineOf(LabelMeAnnotations file, LabelMeShape shape)
    {
        double[] corners = shape.Corners!;
        switch (shape.Kind)
        {
            case LabelMeShapeKind.Rectangle:
                return (new RectangleOutline(shape.Box), null);
            case LabelMeShapeKind.Circle:
                return (new CircleOutline(corners[0], corners[1], shape.Box.Width / 2), null);
            case LabelMeShapeKind.Mask:
                return shape.Pixels is null ? (null, null) : PixelsOf(file, shape, shape.Pixels);
            default:
                return (new PolygonOutline([corners]), null);
        }
    }

    private (Outline? Outline, string? Fault) PixelsOf(LabelMeAnnotations file, LabelMeShape shape, EmbeddedImage image)
    {
        MaskBuilder? part = null;
        string? fault;
        try
        {
            if (!image.IsPlain)
            {
                using Stream text = source.Open(file.Entry);
                image = EmbeddedImageStream.Measure(text, image, cancellation);
            }

            using EmbeddedImageStream stream = EmbeddedImageStream.Open(() => source.Open(file.Entry), image, cancellation);
            fault = _pixels.Read(stream, image.Length, Accept, Take, cancellation);
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException)
        {
            fault = exception.Message.TrimEnd('.');
        }

        return fault is null ? (new PixelOutline(part!, shape.Box.X, shape.Box.Y), null) : (null, fault);

        string? Accept(ImageHeader header)
        {
            if (header.Width != Math.Round(shape.Box.Width) || header.Height != Math.Round(shape.Box.Height))
            {
                return FormattableString.Invariant($"its pixels are {header.Width} × {header.Height}, its points say otherwise");
            }

            if ((long)header.Width * header.Height > MaskText.MaximumPixels)
            {
                return FormattableString.Invariant($"its pixels are {header.Width} × {header.Height}, which are too many");
            }

            part = new MaskBuilder(header.Width, header.Height);
            return null;
        }

        void Take(ReadOnlySpan<int> values, int y, int x, int step)
        {
            foreach (int value in values)
            {
                if (value != 0)
                {
                    part!.Set(x, y);
                }

                x += step;
            }
        }
    }
}
