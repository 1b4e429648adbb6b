using DeepQDataset.Files;
using DeepQDataset.Sources;
using DeepQDataset.Sources.Embedded;
using DeepQDataset.Streams;
using DeepQDataset.Work;

namespace DeepQDataset.LabelMe;

/// <summary>Reads the LabelMe JSONs of a folder or zip on several threads.</summary>
internal static class LabelMeLoader
{
    /// <summary>Reads files.</summary>
    /// <param name="source">The source of the files.</param>
    /// <param name="entries">The files to read.</param>
    /// <param name="threads">The number of threads; at least 1.</param>
    /// <param name="verifies">
    /// Indicates whether to compare entries of a zip with their checksums. The content of damaged entries is not judged.
    /// </param>
    /// <param name="progress">Receives the progress; called from any thread.</param>
    /// <param name="cancellation">The token to monitor for cancellation requests.</param>
    /// <returns>The result for each file, at its index.</returns>
    public static LabelMeLoaded[] LoadAll(
        IDatasetSource source,
        IReadOnlyList<SourceEntry> entries,
        int threads,
        bool verifies,
        IProgress<WorkProgress>? progress,
        CancellationToken cancellation)
    {
        LabelMeLoaded[] loaded = new LabelMeLoaded[entries.Count];
        ProgressCounter done = ProgressCounter.OfItems(progress, "Reading LabelMe files", entries.Count, "files");
        ParallelWork.Run(
            entries.Count,
            threads,
            () => new LabelMeReader(),
            (index, reader) =>
            {
                loaded[index] = Load(source, entries[index], reader, verifies && source.HasChecksums, cancellation);
                done.Advance();
            },
            cancellation);
        return loaded;
    }

    /// <summary>Reads one file.</summary>
    /// <param name="source">The source of the file.</param>
    /// <param name="entry">The file.</param>
    /// <param name="reader">The reader to use.</param>
    /// <param name="verifies">Indicates whether to compare the file with its checksum.</param>
    /// <param name="cancellation">The token to monitor for cancellation requests.</param>
    public static LabelMeLoaded Load(
        IDatasetSource source, SourceEntry entry, LabelMeReader reader, bool verifies, CancellationToken cancellation)
    {
        try
        {
            LabelMeFile? file = null;
            ContentDigest digest = new();
            digest.Reset(withHash: false, withChecksum: verifies);
            EntryReading reading = EntryReading.Of(source, entry, verifies, digest, stream =>
            {
                using ContentStream content = new(stream, digest, progress: null, cancellation);
                file = reader.Read(content, cancellation);
                if (verifies)
                {
                    content.CopyTo(Stream.Null);
                }
            });
            return reading.IsSound
                ? new LabelMeLoaded(Measured(source, entry, file!, cancellation), null, null)
                : new LabelMeLoaded(null, null, reading.Damage);
        }
        catch (Exception exception) when (FileFailure.IsReading(exception))
        {
            return new LabelMeLoaded(null, $"The file cannot be read: {exception.Message}", null);
        }
    }

    /// <summary>Returns the file with the length of its image, which must be decoded if its text is not plain base64.</summary>
    private static LabelMeFile Measured(IDatasetSource source, SourceEntry entry, LabelMeFile file, CancellationToken cancellation)
    {
        if (file.ImageData is not { IsPlain: false } image)
        {
            return file;
        }

        using Stream stream = source.Open(entry);
        return file with { ImageData = EmbeddedImageStream.Measure(stream, image, cancellation) };
    }
}
