using System.Buffers;

namespace DeepQDataset.Building.Zip;

/// <summary>
/// Holds entries in one array, each after a gap that is as long as its header. The headers are written into the gaps, and the array is
/// written to the disk without another copy.
/// </summary>
/// <param name="bytes">An array from the shared pool.</param>
/// <param name="entries">The entries.</param>
/// <param name="offsets">The start of each entry's bytes.</param>
internal sealed class PackedBlock(byte[] bytes, PreparedEntry[] entries, int[] offsets) : PreparedUnit
{
    private bool _isHandedOver;

    /// <inheritdoc/>
    public override IReadOnlyList<PreparedEntry> Entries => entries;

    /// <inheritdoc/>
    public override void WriteTo(ArchiveContainer archive, CancellationToken cancellation)
    {
        archive.Output.Adopt(bytes);
        _isHandedOver = true;
        for (int index = 0; index < entries.Length; index++)
        {
            archive.Begin(entries[index], inPlaceAt: offsets[index]);
            archive.Write(bytes, offsets[index], (int)entries[index].CompressedLength);
            archive.End();
            archive.Progress.Add(entries[index].Length);
        }
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        if (!_isHandedOver)
        {
            ArrayPool<byte>.Shared.Return(bytes);
            _isHandedOver = true;
        }
    }
}
