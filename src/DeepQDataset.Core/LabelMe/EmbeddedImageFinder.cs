using DeepQDataset.Files;
using DeepQDataset.Imaging;
using DeepQDataset.Imaging.Probing;
using DeepQDataset.Sources.Embedded;

namespace DeepQDataset.LabelMe;

/// <summary>Finds and probes the image in a LabelMe JSON. Not safe for use by several threads.</summary>
internal sealed class EmbeddedImageFinder : IDisposable
{
    private readonly LabelMeReader _files = new();
    private readonly ForwardReader _images = new();

    /// <summary>Finds the image.</summary>
    /// <param name="open">Opens the JSON.</param>
    /// <param name="cancellation">The token to monitor for cancellation requests.</param>
    /// <returns>The image and the result of probing it; null if there is none.</returns>
    /// <exception cref="IOException">The JSON could not be read.</exception>
    /// <exception cref="UnauthorizedAccessException">Access is denied.</exception>
    /// <exception cref="InvalidDataException">The zip that contains the JSON is damaged.</exception>
    public (EmbeddedImage Image, ImageProbeResult Probe)? Find(Func<Stream> open, CancellationToken cancellation)
    {
        using Stream stream = open();
        EmbeddedImage? image = _files.Read(stream, cancellation).ImageData;
        if (image is { IsPlain: false })
        {
            using Stream again = open();
            image = EmbeddedImageStream.Measure(again, image, cancellation);
        }

        return image is null ? null : (image, Probe(open, image, cancellation));
    }

    /// <summary>Probes an image that was found. Does not throw if it cannot be read.</summary>
    /// <param name="open">Opens the JSON.</param>
    /// <param name="image">The location of the image in the JSON.</param>
    /// <param name="cancellation">The token to monitor for cancellation requests.</param>
    public ImageProbeResult Probe(Func<Stream> open, EmbeddedImage image, CancellationToken cancellation)
    {
        try
        {
            using EmbeddedImageStream stream = EmbeddedImageStream.Open(open, image, cancellation);
            _images.Reset(stream, image.Length, cancellation: cancellation);
            return ImageProbe.Probe(_images);
        }
        catch (Exception exception) when (FileFailure.IsReading(exception))
        {
            return ImageProbeResult.Unreadable(exception);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _files.Dispose();
        _images.Dispose();
    }
}
