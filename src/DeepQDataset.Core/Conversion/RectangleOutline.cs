using DeepQDataset.Labels;
using DeepQDataset.Masks;

namespace DeepQDataset.Conversion;

/// <summary>Represents an upright rectangle.</summary>
/// <param name="Area">The rectangle.</param>
internal sealed record RectangleOutline(BoundingBox Area) : Outline
{
    /// <inheritdoc/>
    public override BoundingBox Box => Area;

    /// <inheritdoc/>
    public override long Fill(MaskBuilder mask, PolygonFiller polygons) =>
        mask.FillRectangle(Area.X, Area.Y, Area.X + Area.Width, Area.Y + Area.Height);
}
