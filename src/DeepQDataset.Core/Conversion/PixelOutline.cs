using DeepQDataset.Labels;
using DeepQDataset.Masks;

namespace DeepQDataset.Conversion;

/// <summary>Represents the pixels of a part of the image.</summary>
/// <param name="Part">The packed pixels of the part.</param>
/// <param name="X">The left column of the part in the image.</param>
/// <param name="Y">The top row of the part in the image.</param>
internal sealed record PixelOutline(MaskBuilder Part, double X, double Y) : Outline
{
    /// <inheritdoc/>
    public override BoundingBox Box => new(X, Y, Part.Width, Part.Height);

    /// <inheritdoc/>
    public override long Fill(MaskBuilder mask, PolygonFiller polygons)
    {
        (double left, double top) = (Math.Round(X), Math.Round(Y));
        long count = 0;
        for (int y = (int)Math.Clamp(-top, 0, Part.Height); y < Part.Height && y + top < mask.Height; y++)
        {
            for (int x = (int)Math.Clamp(-left, 0, Part.Width); x < Part.Width && x + left < mask.Width; x++)
            {
                if (Part[x, y])
                {
                    mask.Set((int)(x + left), (int)(y + top));
                    count++;
                }
            }
        }

        return count;
    }
}
