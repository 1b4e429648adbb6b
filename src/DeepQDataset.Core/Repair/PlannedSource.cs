using DeepQDataset.Imaging;
using DeepQDataset.Inventory;
using DeepQDataset.Reading;
using DeepQDataset.Sources;

namespace DeepQDataset.Repair;

/// <summary>Represents a planned dataset as a source, so that it can be tested and repaired again.</summary>
internal sealed class PlannedSource : IDatasetSource
{
    /// <summary>Initializes a new instance of the <see cref="PlannedSource"/> class.</summary>
    /// <param name="kind">The kind of the planned copy.</param>
    /// <param name="fullPath">The path of the planned copy.</param>
    /// <param name="name">The name of the dataset.</param>
    /// <param name="files">The files, in any order.</param>
    public PlannedSource(SourceKind kind, string fullPath, string name, PlannedFile[] files)
    {
        Kind = kind;
        FullPath = fullPath;
        Name = name;
        Array.Sort(files, static (left, right) => string.CompareOrdinal(left.Path, right.Path));
        Files = files;
    }

    /// <inheritdoc/>
    public SourceKind Kind { get; }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public string FullPath { get; }

    /// <inheritdoc/>
    public IReadOnlyList<SourceEntry> Entries => Files;

    /// <summary>Gets the files in ordinal order of their paths.</summary>
    public PlannedFile[] Files { get; }

    /// <inheritdoc/>
    public Stream Open(SourceEntry entry) => ((PlannedFile)entry).Content.Open();

    /// <summary>Probes images, most of which have been probed in the source already.</summary>
    public IReadOnlyList<ImageProbeResult?> ProbeAll(IReadOnlyList<ImageEntry> images, int threads, CancellationToken cancellation)
    {
        ImageEntry[] unknown = images.Where(static image => image.Entry is PlannedFile { IsProbed: false }).ToArray();
        ImageProbeResult?[] probed = ImageProber.ProbeAll(this, unknown, threads, progress: null, cancellation);
        ImageProbeResult?[] all = new ImageProbeResult?[images.Count];
        int next = 0;
        for (int index = 0; index < all.Length; index++)
        {
            PlannedFile file = (PlannedFile)images[index].Entry;
            all[index] = file.IsProbed ? file.Probe : probed[next++];
        }

        return all;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // The source of the contents is disposed by its owner.
    }
}
