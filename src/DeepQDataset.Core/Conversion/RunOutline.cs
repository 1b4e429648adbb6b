using DeepQDataset.Labels;
using DeepQDataset.Masks;

namespace DeepQDataset.Conversion;

/// <summary>Run lengths down the columns of an image.</summary>
/// <param name="Runs">The lengths, outside and inside in turn.</param>
/// <param name="Width">The image's width in pixels.</param>
/// <param name="Height">The image's height in pixels.</param>
internal sealed record RunOutline(IReadOnlyList<long> Runs, int Width, int Height) : Outline
{
    /// <inheritdoc/>
    public override BoundingBox Box => default;

    /// <inheritdoc/>
    public override (int Width, int Height)? Size => (Width, Height);

    /// <inheritdoc/>
    public override long Fill(MaskBuilder mask, PolygonFiller polygons) => ColumnRuns.Fill(mask, Runs);
}
