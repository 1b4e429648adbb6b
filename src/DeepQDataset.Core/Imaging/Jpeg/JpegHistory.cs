using System.Buffers;

namespace DeepQDataset.Imaging.Jpeg;

/// <summary>
/// Stores which coefficients of each block of a progressive JPEG are not zero, one bit each. Refinement scans cannot be followed without it
/// (ITU-T T.81, annex G.1.2.3). It is kept for images of up to four components of 4096 × 4096 pixels, which need 8 MiB.
/// </summary>
internal sealed class JpegHistory : IDisposable
{
    private const int MaximumBlocks = 1 << 20;

    private ulong[] _blocks = [];

    /// <summary>Gets a value that indicates whether the history is kept for the current image.</summary>
    public bool IsKept { get; private set; }

    /// <summary>Starts the next image.</summary>
    public void Start(JpegTableSet tables)
    {
        long total = 0;
        IsKept = false;
        foreach (JpegComponent component in tables.Components)
        {
            component.HistoryStart = (int)Math.Min(total, MaximumBlocks);
            total += (long)component.UnitsAcross * component.UnitsDown;
        }

        if (!tables.IsProgressive || total > MaximumBlocks)
        {
            return;
        }

        if (_blocks.Length < total)
        {
            Return();
            _blocks = ArrayPool<ulong>.Shared.Rent((int)total);
        }

        _blocks.AsSpan(0, (int)total).Clear();
        IsKept = true;
    }

    /// <summary>Returns the blocks of a component; empty if no history is kept.</summary>
    public Span<ulong> BlocksOf(JpegComponent component) =>
        IsKept ? _blocks.AsSpan(component.HistoryStart, component.UnitsAcross * component.UnitsDown) : [];

    /// <inheritdoc/>
    public void Dispose() => Return();

    private void Return()
    {
        if (_blocks.Length > 0)
        {
            ArrayPool<ulong>.Shared.Return(_blocks);
            _blocks = [];
        }
    }
}
