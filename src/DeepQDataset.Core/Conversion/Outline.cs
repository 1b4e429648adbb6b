using DeepQDataset.Labels;
using DeepQDataset.Masks;

namespace DeepQDataset.Conversion;

/// <summary>Represents the area of an object, in pixels from the top-left corner of the image.</summary>
internal abstract record Outline
{
    /// <summary>Gets the bounding box.</summary>
    public abstract BoundingBox Box { get; }

    /// <summary>Gets the width and height of the only image that it fits; null if it fits any image.</summary>
    public virtual (int Width, int Height)? Size => null;

    /// <summary>Fills the outline into a mask.</summary>
    /// <param name="mask">The mask, with <see cref="Size"/> if that is not null.</param>
    /// <param name="polygons">Fills polygons.</param>
    /// <returns>The number of filled pixels.</returns>
    public abstract long Fill(MaskBuilder mask, PolygonFiller polygons);
}
