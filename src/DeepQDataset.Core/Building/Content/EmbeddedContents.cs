using DeepQDataset.Files;
using DeepQDataset.LabelMe;
using DeepQDataset.Sources.Embedded;
using DeepQDataset.Work;

namespace DeepQDataset.Building.Content;

/// <summary>Reads LabelMe JSONs on several threads to find the images in them. Each file must be read to its end.</summary>
internal static class EmbeddedContents
{
    /// <summary>Finds the images.</summary>
    /// <param name="files">The JSONs.</param>
    /// <param name="threads">The number of threads.</param>
    /// <param name="cancellation">The token to monitor for cancellation requests.</param>
    /// <returns>The image of each, and its format by content, at its index; null if a JSON holds none, or cannot be read.</returns>
    public static (EmbeddedContent Content, DqImageFormat Format)?[] FindAll(
        IReadOnlyList<StoredContent> files, int threads, CancellationToken cancellation)
    {
        (EmbeddedContent, DqImageFormat)?[] found = new (EmbeddedContent, DqImageFormat)?[files.Count];
        ParallelWork.Run(
            found.Length,
            threads,
            () => new EmbeddedImageFinder(),
            (index, finder) =>
            {
                try
                {
                    found[index] = finder.Find(files[index].Open, cancellation) is (EmbeddedImage image, var probe)
                        ? (new EmbeddedContent(files[index], image), probe.Format)
                        : null;
                }
                catch (Exception exception) when (FileFailure.IsReading(exception))
                {
                    found[index] = null;
                }
            },
            cancellation);
        return found;
    }
}
