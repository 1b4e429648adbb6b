using DeepQDataset.Files;
using DeepQDataset.Imaging;
using DeepQDataset.Imaging.Probing;
using DeepQDataset.Inventory;
using DeepQDataset.Sources;
using DeepQDataset.Work;

namespace DeepQDataset.Reading;

/// <summary>Probes the images of a dataset on several threads.</summary>
internal static class ImageProber
{
    /// <summary>Probes images.</summary>
    /// <param name="source">The source.</param>
    /// <param name="images">The images.</param>
    /// <param name="threads">The number of threads; at least 1.</param>
    /// <param name="progress">Receives the progress; called from any thread.</param>
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

            // DQ702, DQ707 and DQ714 report why an entry cannot be opened.
            return reading.IsSound ? result : null;
        }
        catch (Exception exception) when (FileFailure.IsReading(exception))
        {
            return ImageProbeResult.Unreadable(exception);
        }
    }
}
