using DeepQDataset.Labels;
using DeepQDataset.Masks;

namespace DeepQDataset.Conversion;

/// <summary>Represents a union of polygons, each filled by the even-odd rule.</summary>
/// <param name="Rings">The x and y coordinates of the points of each polygon, alternately.</param>
internal sealed record PolygonOutline(IReadOnlyList<double[]> Rings) : Outline
{
    /// <inheritdoc/>
    public override BoundingBox Box
    {
        get
        {
            (double left, double top) = (double.PositiveInfinity, double.PositiveInfinity);
            (double right, double bottom) = (double.NegativeInfinity, double.NegativeInfinity);
            foreach (double[] ring in Rings)
            {
                for (int index = 0; index + 1 < ring.Length; index += 2)
                {
                    (left, right) = (Math.Min(left, ring[index]), Math.Max(right, ring[index]));
                    (top, bottom) = (Math.Min(top, ring[index + 1]), Math.Max(bottom, ring[index + 1]));
                }
            }

            return left > right ? default : new BoundingBox(left, top, right - left, bottom - top);
        }
    }

    /// <inheritdoc/>
    public override long Fill(MaskBuilder mask, PolygonFiller polygons)
    {
        long count = 0;
        foreach (double[] ring in Rings)
        {
            polygons.Add(ring);
            count += polygons.Fill(mask);
        }

        return count;
    }
}
