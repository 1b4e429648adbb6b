using DeepQDataset.Labels;
using DeepQDataset.Masks;

namespace DeepQDataset.Conversion;

/// <summary>Represents run lengths by column.</summary>
/// <param name="Runs">The lengths, alternately outside and inside.</param>
/// <param name="Width">The width of the image in pixels.</param>
/// <param name="Height">The height of the image in pixels.</param>
internal sealed record RunOutline(IReadOnlyList<long> Runs, int Width, int Height) : Outline
{
    /// <inheritdoc/>
    public override BoundingBox Box => default;

    /// <inheritdoc/>
    public override (int Width, int Height)? Size => (Width, Height);

    /// <inheritdoc/>
    public override long Fill(MaskBuilder mask, PolygonFiller polygons) => ColumnRuns.Fill(mask, Runs);
}
