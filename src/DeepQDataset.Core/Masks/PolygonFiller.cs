namespace DeepQDataset.Masks;

/// <summary>
/// Fills polygons by the even-odd rule, row by row: inside and outside alternate where the centre line of a row crosses the rings. Rings
/// that are filled together leave holes in each other; rings that are filled separately are joined. One instance can be reused.
/// </summary>
internal sealed class PolygonFiller
{
    private const double Farthest = 1e9; // far beyond any image, and sums with it stay exact enough
    private const int FewCrossings = 32;

    private Edge[] _edges = new Edge[64];
    private int[] _active = new int[16];
    private double[] _crossings = new double[16];
    private int _count;

    /// <summary>Adds a closed ring. Fewer than three points have no area.</summary>
    /// <param name="points">The x and y coordinates, alternately, in pixels. The last point is connected to the first.</param>
    public void Add(ReadOnlySpan<double> points)
    {
        int count = points.Length / 2;
        if (count < 3)
        {
            return;
        }

        (double x, double y) = Near(points[(2 * count) - 2], points[(2 * count) - 1]);
        for (int index = 0; index < count; index++)
        {
            (double nextX, double nextY) = Near(points[2 * index], points[(2 * index) + 1]);
            AddEdge(x, y, nextX, nextY);
            (x, y) = (nextX, nextY);
        }
    }

    /// <summary>Fills the added rings and removes them.</summary>
    /// <returns>The number of pixels of the image inside them.</returns>
    public long Fill(MaskBuilder mask)
    {
        for (int index = 0; index < _count; index++)
        {
            ref Edge edge = ref _edges[index];
            edge.FirstRow = MaskBuilder.FirstCentre(edge.Top, mask.Height);
            edge.EndRow = MaskBuilder.FirstCentre(edge.Bottom, mask.Height);
        }

        Array.Sort(_edges, 0, _count, EdgeOrder.Instance);
        long filled = 0;
        int next = 0;
        int active = 0;
        for (int row = _count == 0 ? mask.Height : _edges[0].FirstRow; row < mask.Height && (active > 0 || next < _count); row++)
        {
            for (; next < _count && _edges[next].FirstRow <= row; next++)
            {
                if (active == _active.Length)
                {
                    Array.Resize(ref _active, 2 * active);
                    Array.Resize(ref _crossings, 2 * active);
                }

                _active[active++] = next;
            }

            active = Cross(row, active);
            for (int index = 0; index + 1 < active; index += 2)
            {
                filled += mask.FillRow(row, _crossings[index], _crossings[index + 1]);
            }
        }

        _count = 0;
        return filled;
    }

    /// <summary>Removes the edges that end above the centre line of a row, and sorts the crossings of the others.</summary>
    /// <returns>The number of crossings.</returns>
    private int Cross(int row, int active)
    {
        int kept = 0;
        for (int index = 0; index < active; index++)
        {
            ref Edge edge = ref _edges[_active[index]];
            if (edge.EndRow <= row)
            {
                continue;
            }

            _active[kept] = _active[index];
            double crossing = edge.X + ((row + 0.5 - edge.Top) * edge.Slope);
            int place = kept++;
            if (active <= FewCrossings)
            {
                for (; place > 0 && _crossings[place - 1] > crossing; place--)
                {
                    _crossings[place] = _crossings[place - 1];
                }
            }

            _crossings[place] = crossing;
        }

        if (active > FewCrossings)
        {
            Array.Sort(_crossings, 0, kept);
        }

        return kept;
    }

    private void AddEdge(double x1, double y1, double x2, double y2)
    {
        if (y1 == y2)
        {
            return; // a horizontal edge crosses no centre line
        }

        if (_count == _edges.Length)
        {
            Array.Resize(ref _edges, 2 * _count);
        }

        double slope = (x2 - x1) / (y2 - y1);
        _edges[_count++] = y1 < y2 ? new Edge { X = x1, Top = y1, Bottom = y2, Slope = slope }
            : new Edge { X = x2, Top = y2, Bottom = y1, Slope = slope };
    }

    private static (double X, double Y) Near(double x, double y) =>
        (Math.Clamp(x, -Farthest, Farthest), Math.Clamp(y, -Farthest, Farthest));

    private struct Edge
    {
        public double X;
        public double Top;
        public double Bottom;
        public double Slope;
        public int FirstRow;
        public int EndRow;
    }

    private sealed class EdgeOrder : IComparer<Edge>
    {
        public static readonly EdgeOrder Instance = new();

        public int Compare(Edge left, Edge right) => left.FirstRow.CompareTo(right.FirstRow);
    }
}
