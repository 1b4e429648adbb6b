using DeepQDataset.Files;
using DeepQDataset.Imaging;
using DeepQDataset.Imaging.Probing;
using DeepQDataset.Sources;

namespace DeepQDataset.Conversion;

/// <summary>
/// Reads how large images are, from their headers alone, each once; tells of what cannot be read and of what is to be shown turned.
/// </summary>
/// <param name="log">Told of it.</param>
internal sealed class ImageHeaders(ConversionLog log) : IDisposable
{
    /// <summary>From this EXIF orientation on, width and height change places when the image is shown (EXIF 2.32, tag 0x0112).</summary>
    private const int FirstTurnedOrientation = 5;

    private readonly Dictionary<SourceEntry, ImageSize?> _sizes = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<SourceEntry> _turned = new(ReferenceEqualityComparer.Instance);
    private readonly ForwardReader _reader = new();

    /// <summary>The size in pixels as stored, whatever an EXIF orientation says; null when it cannot be read.</summary>
    public ImageSize? SizeOf(LocatedImage image)
    {
        if (!_sizes.TryGetValue(image.Entry, out ImageSize? size))
        {
            size = Read(image);
            _sizes.Add(image.Entry, size);
        }

        return size;
    }

    /// <summary>
    /// The size in pixels as the image is shown: its sides change places where its EXIF orientation says so; null when it cannot be read.
    /// </summary>
    public ImageSize? ShownSizeOf(LocatedImage image) =>
        SizeOf(image) is ImageSize size && _turned.Contains(image.Entry) ? new ImageSize(size.Height, size.Width)
            : SizeOf(image);

    /// <summary>
    /// How large a mask of an image is: as the image is shown, turned upright; where it was not found or cannot be read, as its annotations
    /// say. Tells where these say otherwise.
    /// </summary>
    /// <inheritdoc cref="Check"/>
    public ImageSize? MaskSize(ConvertedImage image, ImageSize? declared, string path, int? line)
    {
        ImageSize? size = Check(image, declared, path, line);
        return image.File is null ? size : ShownSizeOf(image.File) ?? size;
    }

    /// <summary>Compares an image's size with the one that annotations give.</summary>
    /// <param name="image">The image.</param>
    /// <param name="declared">The size in the annotations.</param>
    /// <param name="path">The annotation file, for messages.</param>
    /// <param name="line">The line there.</param>
    /// <returns>
    /// The size that boxes were drawn on: the image's own, turned where that is what the annotations say; where it cannot be read, the
    /// declared one.
    /// </returns>
    public ImageSize? Check(ConvertedImage image, ImageSize? declared, string path, int? line)
    {
        ImageSize? real = image.File is null ? null : SizeOf(image.File);
        if (real is ImageSize size && declared is ImageSize said && size != said)
        {
            if (said == ShownSizeOf(image.File!))
            {
                return said;
            }

            log.Add(ConversionReasons.SizeDisagrees, path, line, $"'{image.OriginalName}' has {size} pixels, the annotations say {said}");
        }

        return real ?? declared;
    }

    /// <inheritdoc/>
    public void Dispose() => _reader.Dispose();

    private ImageSize? Read(LocatedImage image)
    {
        string name = image.SourceEntry is string entry ? $"{image.SourcePath}: {entry}" : image.SourcePath;
        ImageProbeResult result;
        try
        {
            using Stream stream = image.Source.Open(image.Entry);
            _reader.Reset(stream, image.Entry.Length);
            result = ImageProbe.Probe(_reader);
        }
        catch (Exception exception) when (FileFailure.IsReading(exception))
        {
            log.Add(ConversionReasons.ImageUnreadable, name, null, exception.Message.TrimEnd('.'));
            return null;
        }

        if (result.Header is not { Width: > 0, Height: > 0 } header)
        {
            log.Add(ConversionReasons.ImageUnreadable, name, null, result.Problem?.Detail ?? "the header holds no size");
            return null;
        }

        if (header.Orientation != 1)
        {
            log.Add(
                ConversionReasons.ImageTurned, name, null, FormattableString.Invariant($"its EXIF orientation is {header.Orientation}"));
        }

        if (header.Orientation >= FirstTurnedOrientation)
        {
            _turned.Add(image.Entry);
        }

        return new ImageSize(header.Width, header.Height);
    }
}
