using DeepQDataset.Files;
using DeepQDataset.Imaging;
using DeepQDataset.Imaging.Probing;
using DeepQDataset.Inventory;
using DeepQDataset.Sources;
using DeepQDataset.Work;

namespace DeepQDataset.Reading;

/// <summary>Probes a dataset's images on several threads, straight from their source.</summary>
internal static class ImageProber
{
    /// <summary>Probes images.</summary>
    /// <param name="source">Where they are.</param>
    /// <param name="images">Which.</param>
    /// <param name="threads">How many threads, at least 1.</param>
    /// <param name="progress">Told now and then, from any thread.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>A result for each image, at its index; null for an empty file and for a zip entry that cannot be opened (DQ702, DQ707, DQ714).</returns>
    public static ImageProbeResult?[] ProbeAll(
        IDatasetSource source, IReadOnlyList<ImageEntry> images, int threads, IProgress<WorkProgress>? progress, CancellationToken cancellation)
    {
        ImageProbeResult?[] results = new ImageProbeResult?[images.Count];
        ProgressCounter done = ProgressCounter.OfItems(progress, "Reading image headers", images.Count, "images");
        ParallelWork.Run(
            images.Count,
            threads,
            () => new ForwardReader(),
            (index, reader) =>
            {
                results[index] = ProbeOne(source, images[index], reader, cancellation);
                done.Advance();
            },
            cancellation);
        return results;
    }

    private static ImageProbeResult? ProbeOne(IDatasetSource source, ImageEntry image, ForwardReader reader, CancellationToken cancellation)
    {
        if (image.Length == 0)
        {
            return null;
        }

        try
        {
            using Stream? stream = TryOpen(source, image, cancellation);
            if (stream is null)
            {
                return null;
            }

            reader.Reset(stream, image.Length, cancellation: cancellation);
            return ImageProbe.Probe(reader);
        }
        catch (Exception exception) when (FileFailure.IsReading(exception))
        {
            return new ImageProbeResult(DqImageFormat.Unknown, null, new ImageProblem(ImageProblemKind.Unreadable, exception.Message, 0));
        }
    }

    /// <summary>An entry that the zip itself keeps from being opened is what DQ702, DQ707 or DQ714 speak of: nothing is known of the image then.</summary>
    private static Stream? TryOpen(IDatasetSource source, ImageEntry image, CancellationToken cancellation)
    {
        try
        {
            return image.Open(source, cancellation);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
