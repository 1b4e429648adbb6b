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
    /// <param name="threads">The number of threads, at least 1.</param>
    /// <param name="progress">Told now and then, from any thread.</param>
    /// <param name="cancellation">The token to monitor for cancellation requests.</param>
    /// <returns>
    /// A result for each image, at its index; null for an empty file and for a zip entry that cannot be opened (DQ702, DQ707, DQ714).
    /// </returns>
    public static ImageProbeResult?[] ProbeAll(
        IDatasetSource source,
        IReadOnlyList<ImageEntry> images,
        int threads,
        IProgress<WorkProgress>? progress,
        CancellationToken cancellation)
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
            ImageProbeResult? result = null;
            EntryReading reading = EntryReading.Of(() => image.Open(source, cancellation), stream =>
            {
                reader.Reset(stream, image.Length, cancellation: cancellation);
                result = ImageProbe.Probe(reader);
            });

            // What keeps an entry from being opened is for DQ702, DQ707 or DQ714 to say.
            return reading.IsSound ? result : null;
        }
        catch (Exception exception) when (FileFailure.IsReading(exception))
        {
            return ImageProbeResult.Unreadable(exception);
        }
    }
}
