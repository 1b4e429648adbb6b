using System.Collections.Concurrent;
using DeepQDataset.Inventory;
using DeepQDataset.Reading;
using DeepQDataset.Work;

namespace DeepQDataset.Comparison;

/// <summary>
/// Compares two deliveries of a dataset: images by name and content, labels by meaning. Layout, enclosing folders and the names in
/// label.csv are not differences: a folder, its zip and class folders with the same images and labels are equal.
/// </summary>
public static class DatasetComparer
{
    /// <summary>
    /// Compares two deliveries and returns each difference as it is found: images that were added, removed and renamed, then those with
    /// changed content, each by path; then labels.
    /// </summary>
    /// <param name="referencePath">A rooted path of the earlier folder or zip.</param>
    /// <param name="differencePath">A rooted path of the later one.</param>
    /// <param name="threads">The number of threads that read images, at least 1.</param>
    /// <param name="failures">Receives the files that could not be read and are therefore not compared.</param>
    /// <param name="progress">Receives the progress; called from any thread.</param>
    /// <param name="cancellation">The token to monitor for cancellation requests.</param>
    /// <exception cref="FileNotFoundException">There is no folder or file at a path.</exception>
    /// <exception cref="IOException">A folder or zip cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">Access is denied.</exception>
    /// <exception cref="DatasetException">A file is not a zip, or a label.csv cannot be read.</exception>
    public static IEnumerable<DqDifference> Compare(
        string referencePath,
        string differencePath,
        int threads,
        ConcurrentQueue<DatasetException> failures,
        IProgress<WorkProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        using LabelledDataset reference = LabelledDataset.Open(referencePath, threads, cancellation);
        using LabelledDataset difference = LabelledDataset.Open(differencePath, threads, cancellation);
        ImagePairs pairs = ImagePairs.Match(reference.Inventory, difference.Inventory, cancellation);
        ImageComparison images = new(reference, difference, threads, failures, cancellation);
        HashSet<int> renamed = [.. images.PairByContent(pairs, progress)];
        foreach (DqDifference found in Names(reference, difference, pairs, renamed)
            .Concat(images.FindChanged(pairs, renamed, progress))
            .Concat(new LabelComparison(reference, difference, pairs).Find(progress, cancellation)))
        {
            yield return found;
        }
    }

    private static IEnumerable<DqDifference> Names(
        LabelledDataset reference, LabelledDataset difference, ImagePairs pairs, HashSet<int> renamed)
    {
        IReadOnlyList<ImageEntry> references = reference.Inventory.Images;
        IReadOnlyList<ImageEntry> differences = difference.Inventory.Images;
        foreach (int image in pairs.UnpairedDifferences())
        {
            string size = ComparedImage.Describe(differences[image], checksum: null);
            yield return Difference(DqDifferenceKind.Added, differences[image].Path, null, size);
        }

        foreach (int image in pairs.UnpairedReferences())
        {
            string size = ComparedImage.Describe(references[image], checksum: null);
            yield return Difference(DqDifferenceKind.Removed, references[image].Path, size, null);
        }

        foreach (int image in renamed.Order())
        {
            string path = differences[image].Path;
            yield return Difference(DqDifferenceKind.Renamed, path, references[pairs.ReferenceOf(image)].Path, path);
        }

        DqDifference Difference(DqDifferenceKind kind, string path, string? before, string? after) => new()
        {
            Dataset = difference.Source.Name,
            Reference = reference.Source.Name,
            Kind = kind,
            Item = DqDifferenceItem.Image,
            Path = path,
            Before = before,
            After = after,
        };
    }
}
