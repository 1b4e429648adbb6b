using DeepQDataset.Labels;
using DeepQDataset.Masks;

namespace DeepQDataset.Conversion;

/// <summary>What an object covers, as a tool describes it, in pixels from the image's top-left corner.</summary>
internal abstract record Outline
{
    /// <summary>The upright box around it.</summary>
    public abstract BoundingBox Box { get; }

    /// <summary>The width and height of the image that it was made for, where it fits no other; null where it fits any.</summary>
    public virtual (int Width, int Height)? Size => null;

    /// <summary>Fills it into a mask.</summary>
    /// <param name="mask">The mask, of <see cref="Size"/> where there is one.</param>
    /// <param name="polygons">Fills polygons.</param>
    /// <returns>How many pixels of the image are in it.</returns>
    public abstract long Fill(MaskBuilder mask, PolygonFiller polygons);
}
