using DeepQDataset.Building.Content;
using DeepQDataset.Building.Planning;
using DeepQDataset.Layout;
using DeepQDataset.Work;

namespace DeepQDataset.Building.Zip;

/// <summary>Reads, checks and compresses entries. Safe for use by several threads.</summary>
internal sealed class EntryPreparer
{
    // The entries of a block are in memory as a whole, so their sizes must be bounded.
    private const int BlockBytes = BlockOutput.BlockBytes;
    private const int MaximumStoredBytes = SpillBuffer.MemoryBytes;

    private readonly IReadOnlyList<PlannedEntry> _entries;
    private readonly Compressor _compressor;
    private readonly BlockPacker _packer;
    private readonly LargePreparer _large;

    /// <summary>Initializes a new instance of the <see cref="EntryPreparer"/> class.</summary>
    /// <param name="entries">The entries in their order.</param>
    /// <param name="options">The options of the archive.</param>
    /// <param name="headers">Returns the lengths of the headers.</param>
    /// <param name="destination">The path of the archive; temporary files are created beside it.</param>
    /// <param name="progress">Receives the progress of large entries.</param>
    public EntryPreparer(IReadOnlyList<PlannedEntry> entries, ArchiveOptions options, ZipEntryHeader headers, string destination,
        ProgressCounter progress)
    {
        _entries = entries;
        _compressor = new Compressor(options);
        _packer = new BlockPacker(_compressor, headers);
        _large = new LargePreparer(_compressor, destination, progress);
    }

    /// <summary>Gets the number of entries.</summary>
    public int Count => _entries.Count;

    /// <summary>Determines whether an entry is always stored: PNG and JPEG are compressed already.</summary>
    public static bool IsStored(PlannedEntry entry, Compressor compressor) =>
        compressor.IsOff || entry.Content.Length == 0
            || ImageExtension.FormatOf(entry.EntryName) is DqImageFormat.Png or DqImageFormat.Jpeg;

    /// <summary>Returns the number of entries to prepare together: as many as fill a block, or one large entry.</summary>
    /// <param name="start">The index of the first entry.</param>
    /// <param name="bytes">The maximum number of bytes of memory that they need.</param>
    public int CountFrom(int start, out long bytes)
    {
        bytes = 0;
        int count = 0;
        while (start + count < _entries.Count && IsPacked(_entries[start + count]))
        {
            long cost = _packer.Room(_entries[start + count]);
            if (count > 0 && bytes + cost > BlockBytes)
            {
                return count;
            }

            bytes += cost;
            count++;
        }

        bytes = count == 0 ? SpillBuffer.MemoryBytes : Math.Max(bytes, BlockBytes);
        return Math.Max(1, count);
    }

    /// <summary>Prepares entries.</summary>
    /// <param name="start">The index of the first entry.</param>
    /// <param name="count">The number of entries, from <see cref="CountFrom"/>.</param>
    /// <param name="cancellation">The token to monitor for cancellation requests.</param>
    /// <exception cref="DatasetException">A source does not exist, cannot be read or has changed, or the disk is full.</exception>
    public PreparedUnit Prepare(int start, int count, CancellationToken cancellation) => IsPacked(_entries[start])
        ? _packer.Pack(_entries, start, count, cancellation)
        : _large.Prepare(_entries[start], cancellation);

    private bool IsPacked(PlannedEntry entry) => entry.Content is StoredContent { Length: long length }
        && length <= (IsStored(entry, _compressor) ? MaximumStoredBytes : BlockBytes);
}
