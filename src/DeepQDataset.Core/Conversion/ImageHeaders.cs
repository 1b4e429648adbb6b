using DeepQDataset.Files;
using DeepQDataset.Imaging;
using DeepQDataset.Imaging.Probing;
using DeepQDataset.Sources;

namespace DeepQDataset.Conversion;

/// <summary>Reads the size of each image once from its header, and reports images that cannot be read or have an orientation.</summary>
/// <param name="log">Receives those images.</param>
internal sealed class ImageHeaders(ConversionLog log) : IDisposable
{
    /// <summary>From this EXIF orientation on, width and height are swapped when the image is shown (EXIF 2.32, tag 0x0112).</summary>
    private const int FirstTurnedOrientation = 5;

    private readonly Dictionary<SourceEntry, ImageSize?> _sizes = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<SourceEntry> _turned = new(ReferenceEqualityComparer.Instance);
    private readonly ForwardReader _reader = new();

    /// <summary>Returns the size in pixels as stored, without EXIF orientation; null if it cannot be read.</summary>
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
    /// Returns the size in pixels as shown, with width and height swapped if the EXIF orientation requires it; null if it cannot be read.
    /// </summary>
    public ImageSize? ShownSizeOf(LocatedImage image) =>
        SizeOf(image) is ImageSize size && _turned.Contains(image.Entry) ? new ImageSize(size.Height, size.Width)
            : SizeOf(image);

    /// <summary>
    /// Returns the size of a mask of an image: the size as shown, or the declared size if the image was not found or cannot be read.
    /// Reports a declared size that differs.
    /// </summary>
    /// <inheritdoc cref="Check"/>
    public ImageSize? MaskSize(ConvertedImage image, ImageSize? declared, string path, int? line)
    {
        ImageSize? size = Check(image, declared, path, line);
        return image.File is null ? size : ShownSizeOf(image.File) ?? size;
    }

    /// <summary>Compares the size of an image with the declared size.</summary>
    /// <param name="image">The image.</param>
    /// <param name="declared">The size in the annotations.</param>
    /// <param name="path">The annotation file, for messages.</param>
    /// <param name="line">The line in that file.</param>
    /// <returns>
    /// The size that the boxes refer to: the size of the image, as shown if the declared size is; the declared size if the image cannot be
    /// read.
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
