using DeepQDataset.Building.Content;
using DeepQDataset.Building.Planning;
using DeepQDataset.Layout;
using DeepQDataset.Work;

namespace DeepQDataset.Building.Zip;

/// <summary>Reads, checks and compresses entries. Safe for use by several threads.</summary>
internal sealed class EntryPreparer
{
    // A block's entries are read into memory whole, so their sizes bound what is there at once.
    private const int BlockBytes = BlockOutput.BlockBytes;
    private const int MostStoredBytes = SpillBuffer.MemoryBytes;

    private readonly IReadOnlyList<PlannedEntry> _entries;
    private readonly Compressor _compressor;
    private readonly BlockPacker _packer;
    private readonly LargePreparer _large;

    /// <summary>Makes one.</summary>
    /// <param name="entries">The entries in their order.</param>
    /// <param name="options">How they are compressed.</param>
    /// <param name="headers">Knows how much room their headers take.</param>
    /// <param name="destination">The archive's path: what is too large for memory is kept beside it.</param>
    /// <param name="progress">Told of what takes long.</param>
    public EntryPreparer(IReadOnlyList<PlannedEntry> entries, ArchiveOptions options, ZipEntryHeader headers, string destination,
        ProgressCounter progress)
    {
        _entries = entries;
        _compressor = new Compressor(options);
        _packer = new BlockPacker(_compressor, headers);
        _large = new LargePreparer(_compressor, destination, progress);
    }

    /// <summary>How many entries there are.</summary>
    public int Count => _entries.Count;

    /// <summary>Whether an entry is stored whatever is in it: PNG and JPEG are compressed already.</summary>
    public static bool IsStored(PlannedEntry entry, Compressor compressor) =>
        compressor.IsOff || entry.Content.Length == 0
            || ImageExtension.FormatOf(entry.EntryName) is DqImageFormat.Png or DqImageFormat.Jpeg;

    /// <summary>How many entries, from one on, are prepared together: as many as fill a block, or just one that is large.</summary>
    /// <param name="start">The first of them.</param>
    /// <param name="bytes">How much memory they take at the most.</param>
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
    /// <param name="start">The first of them.</param>
    /// <param name="count">How many, as <see cref="CountFrom"/> says.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="DatasetException">A source is gone, cannot be read or has changed, or there is no room.</exception>
    public PreparedUnit Prepare(int start, int count, CancellationToken cancellation) => IsPacked(_entries[start])
        ? _packer.Pack(_entries, start, count, cancellation)
        : _large.Prepare(_entries[start], cancellation);

    private bool IsPacked(PlannedEntry entry) => entry.Content is StoredContent { Length: long length }
        && length <= (IsStored(entry, _compressor) ? MostStoredBytes : BlockBytes);
}
