using DeepQDataset.Labels;

namespace DeepQDataset.LabelMe;

/// <summary>Calculates the bounding box of points one by one, so that the number of points does not matter for memory.</summary>
internal struct ShapePoints
{
    private double _left;
    private double _top;
    private double _right;
    private double _bottom;
    private (double X, double Y) _first;
    private (double X, double Y) _last;

    /// <summary>Gets the number of points.</summary>
    public int Count { get; private set; }

    /// <summary>Adds a point.</summary>
    public void Add(double x, double y)
    {
        bool isFirst = Count == 0;
        _first = isFirst ? (x, y) : _first;
        _last = (x, y);
        _left = isFirst ? x : Math.Min(_left, x);
        _top = isFirst ? y : Math.Min(_top, y);
        _right = isFirst ? x : Math.Max(_right, x);
        _bottom = isFirst ? y : Math.Max(_bottom, y);
        Count++;
    }

    /// <summary>Returns the bounding box of the shape.</summary>
    /// <param name="kind">The kind of the shape, which is valid for the number of points.</param>
    public readonly BoundingBox Box(LabelMeShapeKind kind)
    {
        if (kind == LabelMeShapeKind.Circle)
        {
            double x = _last.X - _first.X;
            double y = _last.Y - _first.Y;
            double radius = Math.Sqrt((x * x) + (y * y));
            return new BoundingBox(_first.X - radius, _first.Y - radius, 2 * radius, 2 * radius);
        }

        // The points of a mask are pixels, and the last one is included.
        double pixel = kind == LabelMeShapeKind.Mask ? 1 : 0;
        return new BoundingBox(_left, _top, _right - _left + pixel, _bottom - _top + pixel);
    }
}
