using DeepQDataset.Conversion.Coco;
using DeepQDataset.Masks;
using Xunit;

namespace DeepQDataset.Core.Tests.Masks;

public sealed class MaskBuilderTests
{
    private readonly PolygonFiller _polygons = new();

    [Fact]
    public void Pixels_stand_row_by_row_the_first_in_the_highest_bit()
    {
        // Seven outside and ten inside, 17 in all (SPEC 3): 0000 0001, 1111 1111, 1000 0000.
        MaskBuilder mask = new(17, 1);
        Assert.Equal(10, mask.FillRow(0, 7, 17));

        Assert.Equal([0x01, 0xFF, 0x80], mask.Packed.ToArray());
        Assert.Null(MaskText.TryDecode("eNpj/N8AAAKEAYE="u8, 17, 1, out byte[]? packed)); // the platform's own text
        Assert.Equal(packed, mask.Packed.ToArray());
        Assert.Null(MaskText.TryDecode(System.Text.Encoding.UTF8.GetBytes(mask.ToText()), 17, 1, out packed));
        Assert.Equal(packed, mask.Packed.ToArray());
    }

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(0.5, 1.5, 1)] // a centre on the left is inside, one on the right is not
    [InlineData(0.51, 1.51, 1)]
    [InlineData(0.6, 1.4, 0)]
    [InlineData(-9, 99, 20)]
    [InlineData(3, 17, 14)]
    [InlineData(5, 2, 0)]
    public void The_centre_of_a_pixel_decides(double left, double right, int expected)
    {
        MaskBuilder mask = new(20, 3);
        Assert.Equal(expected, mask.FillRow(1, left, right));
        Assert.Equal(expected, mask.Count());
        for (int x = 0; x < 20; x++)
        {
            Assert.Equal((false, x + 0.5 >= left && x + 0.5 < right, false), (mask[x, 0], mask[x, 1], mask[x, 2]));
        }
    }

    [Fact]
    public void Rings_that_are_filled_together_leave_holes_and_rings_one_after_the_other_are_joined()
    {
        double[] outer = [1, 1, 9, 1, 9, 9, 1, 9];
        double[] inner = [3, 3, 6, 3, 6, 6, 3, 6];
        MaskBuilder mask = new(10, 10);
        _polygons.Add(outer);
        _polygons.Add(inner);
        Assert.Equal((8 * 8) - (3 * 3), _polygons.Fill(mask));
        Assert.Equal((true, false, true), (mask[2, 2], mask[4, 4], mask[7, 7]));

        _polygons.Add(inner);
        Assert.Equal(9, _polygons.Fill(mask));
        Assert.Equal(64, mask.Count());
    }

    [Fact]
    public void A_ring_that_crosses_itself_turns_by_the_even_odd_rule()
    {
        // A pentagram: its five points are inside, the pentagon in its middle is not.
        double[] star = [50, 5, 79, 93, 3, 38, 97, 38, 21, 93];
        MaskBuilder mask = new(100, 100);
        _polygons.Add(star);
        Assert.InRange(_polygons.Fill(mask), 1500, 3000);
        Assert.Equal((false, true, true, true), (mask[50, 50], mask[50, 20], mask[20, 42], mask[80, 42]));
    }

    [Fact]
    public void What_lies_beside_the_image_and_what_encloses_nothing_is_passed_over()
    {
        MaskBuilder mask = new(8, 4);
        foreach (double[] points in (double[][])
                [
                    [],
                    [1, 1],
                    [0, 0, 8, 4],
                    [-20, -20, -10, -20, -10, -10],
                    [20, 1, 30, 1, 30, 3],
                    [1e300, -1e300, 2e300, 1, 1e300, 5],
                ])
        {
            _polygons.Add(points);
            Assert.Equal(0, _polygons.Fill(mask));
        }

        _polygons.Add([-1e300, -1e300, 1e300, -1e300, 1e300, 1e300, -1e300, 1e300]);
        Assert.Equal(32, _polygons.Fill(mask));
        Assert.Equal(0, new MaskBuilder(8, 4).FillCircle(-10, 2, 3));
        Assert.Equal(0, new MaskBuilder(8, 4).FillRectangle(8, 0, 12, 4));
    }

    [Fact]
    public void Circles_and_rectangles_hold_the_centres_that_are_in_them()
    {
        MaskBuilder mask = new(64, 48);
        long count = mask.FillCircle(30.3, 20.5, 12.75);
        long expected = 0;
        for (int index = 0; index < 64 * 48; index++)
        {
            (double x, double y) = ((index % 64) + 0.5 - 30.3, (index / 64) + 0.5 - 20.5);
            bool isInside = (x * x) + (y * y) < 12.75 * 12.75;
            expected += isInside ? 1 : 0;
            Assert.Equal(isInside, mask[index % 64, index / 64]);
        }

        Assert.Equal(expected, count);
        Assert.Equal(3 * 2, new MaskBuilder(64, 48).FillRectangle(1, 2, 4, 4));
    }

    [Fact]
    public void Random_polygons_hold_the_centres_that_a_ray_finds_inside()
    {
        Random random = new(5);
        for (int round = 0; round < 200; round++)
        {
            (int width, int height) = (random.Next(1, 70), random.Next(1, 50));
            double[] points = new double[2 * random.Next(3, round % 10 == 0 ? 120 : 12)];
            for (int index = 0; index < points.Length; index++)
            {
                double coordinate = (random.NextDouble() * 1.4 * (index % 2 == 0 ? width : height)) - 4;
                points[index] = round % 2 == 0 ? coordinate : Math.Round(coordinate);
            }

            MaskBuilder mask = new(width, height);
            _polygons.Add(points);
            Assert.Equal(_polygons.Fill(mask), mask.Count());
            for (int pixel = 0; pixel < width * height; pixel++)
            {
                Assert.Equal(IsInside(points, (pixel % width) + 0.5, (pixel / width) + 0.5), mask[pixel % width, pixel / width]);
            }
        }
    }

    [Fact]
    public void Runs_of_a_mask_and_the_mask_of_runs_are_exact()
    {
        List<long> runs = [];
        Assert.True(RunLengths.TryDecode("W34^1One4", runs));
        MaskBuilder mask = new(100, 50);
        Assert.Equal(7, ColumnRuns.Fill(mask, runs));
        Assert.Equal((true, true, false, true), (mask[2, 3], mask[2, 6], mask[2, 7], mask[3, 3])); // 103 = 2 × 50 + 3; 153 = 3 × 50 + 3
        Assert.Equal(runs, ColumnRuns.Of(mask));
        Assert.Equal("W34^1One4", ColumnRuns.Compress(ColumnRuns.Of(mask)));
        Assert.Equal(-1, ColumnRuns.Fill(new MaskBuilder(4, 4), [1, 16]));
        Assert.Equal([0, 16], ColumnRuns.Of(new MaskBuilder(4, 4, [0xFF, 0xFF])));
        Assert.Equal([16], ColumnRuns.Of(new MaskBuilder(4, 4)));
    }

    [Fact]
    public void Random_masks_come_back_from_runs_compressed_or_not()
    {
        Random random = new(6);
        for (int round = 0; round < 100; round++)
        {
            MaskBuilder mask = new(random.Next(1, 90), random.Next(1, 60));
            for (int count = random.Next(200); count > 0; count--)
            {
                int left = random.Next(mask.Width);
                mask.FillRow(random.Next(mask.Height), left, left + random.Next(round));
            }

            List<long> runs = ColumnRuns.Of(mask);
            List<long> decoded = [];
            Assert.True(RunLengths.TryDecode(ColumnRuns.Compress(runs), decoded));
            Assert.Equal(runs, decoded);
            MaskBuilder again = new(mask.Width, mask.Height);
            Assert.Equal(mask.Count(), ColumnRuns.Fill(again, runs));
            Assert.Equal(mask.Packed.ToArray(), again.Packed.ToArray());
        }
    }

    [Theory]
    [InlineData(0, 5)]
    [InlineData(5, -1)]
    [InlineData(1 << 20, 1 << 20)]
    public void A_size_that_no_mask_has_is_refused(int width, int height) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new MaskBuilder(width, height));

    /// <summary>Counts the edges that cross the row left of the point.</summary>
    private static bool IsInside(double[] points, double x, double y)
    {
        bool isInside = false;
        for (int index = 0; index < points.Length; index += 2)
        {
            int next = (index + 2) % points.Length;
            (double x1, double y1, double x2, double y2) = (points[index], points[index + 1], points[next], points[next + 1]);
            if (y1 > y2)
            {
                (x1, y1, x2, y2) = (x2, y2, x1, y1);
            }

            isInside ^= y >= y1 && y < y2 && x1 + ((y - y1) * ((x2 - x1) / (y2 - y1))) <= x;
        }

        return isInside;
    }
}
