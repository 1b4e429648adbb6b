using DeepQDataset.Labels;
using DeepQDataset.Masks;

namespace DeepQDataset.Conversion;

/// <summary>A circle.</summary>
/// <param name="X">Its centre.</param>
/// <param name="Y">Its centre.</param>
/// <param name="Radius">Its radius.</param>
internal sealed record CircleOutline(double X, double Y, double Radius) : Outline
{
    /// <inheritdoc/>
    public override BoundingBox Box => new(X - Radius, Y - Radius, 2 * Radius, 2 * Radius);

    /// <inheritdoc/>
    public override long Fill(MaskBuilder mask, PolygonFiller polygons) => mask.FillCircle(X, Y, Radius);
}
