using DeepQDataset.Labels;
using DeepQDataset.Masks;

namespace DeepQDataset.Conversion;

/// <summary>Represents a circle.</summary>
/// <param name="X">The x coordinate of the centre.</param>
/// <param name="Y">The y coordinate of the centre.</param>
/// <param name="Radius">The radius.</param>
internal sealed record CircleOutline(double X, double Y, double Radius) : Outline
{
    /// <inheritdoc/>
    public override BoundingBox Box => new(X - Radius, Y - Radius, 2 * Radius, 2 * Radius);

    /// <inheritdoc/>
    public override long Fill(MaskBuilder mask, PolygonFiller polygons) => mask.FillCircle(X, Y, Radius);
}
