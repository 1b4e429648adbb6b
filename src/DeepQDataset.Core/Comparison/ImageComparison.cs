using System.Collections.Concurrent;
using DeepQDataset.Files;
using DeepQDataset.Inventory;
using DeepQDataset.Reading;
using DeepQDataset.Sources;
using DeepQDataset.Streams;
using DeepQDataset.Work;

namespace DeepQDataset.Comparison;

/// <summary>Compares the images of two deliveries on several threads: sizes first, then bytes.</summary>
/// <param name="reference">The earlier delivery.</param>
/// <param name="difference">The later one.</param>
/// <param name="threads">The number of threads; at least 1.</param>
/// <param name="failures">Receives the images that could not be read.</param>
/// <param name="cancellation">The token to monitor for cancellation requests.</param>
internal sealed class ImageComparison(
    LabelledDataset reference,
    LabelledDataset difference,
    int threads,
    ConcurrentQueue<DatasetException> failures,
    CancellationToken cancellation)
{
    /// <summary>The number of pairs to compare at a time before differences are returned in order.</summary>
    private const int BatchSize = 512;

    private readonly IReadOnlyList<ImageEntry> _references = reference.Inventory.Images;
    private readonly IReadOnlyList<ImageEntry> _differences = difference.Inventory.Images;

    /// <summary>Pairs images with the same content whose names do not match. Of several, the first by path is taken.</summary>
    /// <param name="pairs">Receives the new pairs.</param>
    /// <param name="progress">Receives the progress.</param>
    /// <returns>The indexes of the paired images of the compared dataset.</returns>
    public List<int> PairByContent(ImagePairs pairs, IProgress<WorkProgress>? progress)
    {
        List<int> left = pairs.UnpairedReferences();
        List<int> right = pairs.UnpairedDifferences();
        bool usesChecksums = HasChecksums(reference) && HasChecksums(difference);
        HashSet<(long, uint?)> common = [.. left.Select(image => KeyOf(_references[image], usesChecksums))];
        common.IntersectWith(right.Select(image => KeyOf(_differences[image], usesChecksums)));
        left.RemoveAll(image => !common.Contains(KeyOf(_references[image], usesChecksums)));
        right.RemoveAll(image => !common.Contains(KeyOf(_differences[image], usesChecksums)));
        if (left.Count == 0)
        {
            return [];
        }

        long total = left.Aggregate(0L, (sum, image) => Add(sum, _references[image].Length));
        total = right.Aggregate(total, (sum, image) => Add(sum, _differences[image].Length));
        ProgressCounter bytes = ProgressCounter.OfBytes(progress, "Looking for renamed images", total);
        ContentHash?[] leftHashes = Hash(reference.Source, _references, left, bytes);
        ContentHash?[] rightHashes = Hash(difference.Source, _differences, right, bytes);
        return Pair(pairs, left, leftHashes, right, rightHashes);
    }

    /// <summary>Finds the pairs with different content, in path order of the compared dataset.</summary>
    /// <param name="pairs">The pairs.</param>
    /// <param name="known">Images of the compared dataset that are already known to be equal.</param>
    /// <param name="progress">Receives the progress.</param>
    public IEnumerable<DqDifference> FindChanged(ImagePairs pairs, IReadOnlySet<int> known, IProgress<WorkProgress>? progress)
    {
        List<int> images = [];
        long total = 0;
        for (int image = 0; image < _differences.Count; image++)
        {
            if (pairs.ReferenceOf(image) is int other and >= 0 && !known.Contains(image))
            {
                images.Add(image);
                bool isRead = !ComparedImage.IsSurelyDifferent(_references[other], _differences[image]);
                total = isRead ? Add(Add(total, _references[other].Length), _differences[image].Length) : total;
            }
        }

        ProgressCounter bytes = ProgressCounter.OfBytes(progress, "Comparing images", total);
        for (int start = 0; start < images.Count; start += BatchSize)
        {
            int[] batch = images.Skip(start).Take(BatchSize).ToArray();
            DqDifference?[] changes = new DqDifference?[batch.Length];
            ForEach(difference.Source, Array.ConvertAll(batch, image => _differences[image]), bytes, (comparer, image, index) =>
                changes[index] = Compare(comparer, _references[pairs.ReferenceOf(batch[index])], image));
            foreach (DqDifference? change in changes)
            {
                if (change is not null)
                {
                    yield return change;
                }
            }
        }
    }

    /// <summary>
    /// Determines whether each image has a checksum in the directory of a zip. Images embedded in LabelMe files have none.
    /// </summary>
    private static bool HasChecksums(LabelledDataset dataset) =>
        dataset.Source.HasChecksums && dataset.Inventory.Layout != DqLayout.LabelMe;

    private static (long Length, uint? Checksum) KeyOf(ImageEntry image, bool usesChecksums) =>
        (image.Length, usesChecksums ? ComparedImage.DeclaredChecksum(image) : null);

    // Sizes in a zip's directory are not trusted and may overflow the sum.
    private static long Add(long sum, long length) => sum > long.MaxValue - length ? long.MaxValue : sum + length;

    private static List<int> Pair(ImagePairs pairs, List<int> left, ContentHash?[] leftHashes, List<int> right, ContentHash?[] rightHashes)
    {
        Dictionary<ContentHash, Queue<int>> known = [];
        for (int index = 0; index < left.Count; index++)
        {
            if (leftHashes[index] is ContentHash hash)
            {
                if (!known.TryGetValue(hash, out Queue<int>? same))
                {
                    known[hash] = same = new Queue<int>();
                }

                same.Enqueue(left[index]);
            }
        }

        List<int> found = [];
        for (int index = 0; index < right.Count; index++)
        {
            if (rightHashes[index] is ContentHash hash && known.TryGetValue(hash, out Queue<int>? same) && same.TryDequeue(out int other))
            {
                pairs.Add(other, right[index]);
                found.Add(right[index]);
            }
        }

        return found;
    }

    private ContentHash?[] Hash(IDatasetSource source, IReadOnlyList<ImageEntry> images, List<int> numbers, ProgressCounter progress)
    {
        ContentHash?[] hashes = new ContentHash?[numbers.Count];
        ForEach(source, numbers.ConvertAll(number => images[number]), progress, (comparer, image, index) =>
            hashes[index] = comparer.Hash(source, image));
        return hashes;
    }

    private DqDifference? Compare(ContentComparer comparer, ImageEntry before, ImageEntry after)
    {
        if (ComparedImage.IsSurelyDifferent(before, after))
        {
            return before.Length == after.Length
                ? Changed(before, after, ComparedImage.DeclaredChecksum(before), ComparedImage.DeclaredChecksum(after))
                : Changed(before, after, checksumBefore: null, checksumAfter: null);
        }

        return comparer.AreEqual(reference.Source, before, difference.Source, after)
            ? null
            : Changed(before, after, comparer.Checksum(reference.Source, before), comparer.Checksum(difference.Source, after));
    }

    /// <summary>Processes images. Those that cannot be read are reported as failures, in order.</summary>
    private void ForEach(
        IDatasetSource source, IReadOnlyList<ImageEntry> images, ProgressCounter progress, Action<ContentComparer, ImageEntry, int> work)
    {
        DatasetException?[] unread = new DatasetException?[images.Count];
        ParallelWork.Run(
            images.Count,
            threads,
            () => new ContentComparer(progress, cancellation),
            (index, comparer) =>
            {
                try
                {
                    work(comparer, images[index], index);
                }
                catch (Exception exception) when (FileFailure.IsReading(exception))
                {
                    unread[index] = ComparedImage.Failure(source, images[index], exception);
                }
            },
            cancellation);
        foreach (DatasetException? failure in unread)
        {
            if (failure is not null)
            {
                failures.Enqueue(failure);
            }
        }
    }

    private DqDifference Changed(ImageEntry before, ImageEntry after, uint? checksumBefore, uint? checksumAfter) => new()
    {
        Dataset = difference.Source.Name,
        Reference = reference.Source.Name,
        Kind = DqDifferenceKind.Changed,
        Item = DqDifferenceItem.Image,
        Path = after.Path,
        Before = ComparedImage.Describe(before, checksumBefore),
        After = ComparedImage.Describe(after, checksumAfter),
    };
}
