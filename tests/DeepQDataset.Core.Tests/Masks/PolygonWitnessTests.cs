using System.Globalization;
using DeepQDataset.Core.Tests.TestKit;
using DeepQDataset.Masks;
using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Core.Tests.Masks;

/// <summary>
/// Pillow, with which LabelMe fills polygons, fills the same pixels but for those on the border. Skipped if it is not installed.
/// </summary>
public sealed class PolygonWitnessTests
{
    private const int Width = 120;
    private const int Height = 90;

    private const string Script =
        """
        import sys
        from PIL import Image, ImageDraw
        for line in open(sys.argv[1]):
            numbers = [float(number) for number in line.split()]
            image = Image.new("L", (120, 90), 0)
            ImageDraw.Draw(image).polygon(list(zip(numbers[::2], numbers[1::2])), outline=1, fill=1)
            print("".join(map(str, image.getdata())))
        """;

    [Fact]
    public void Pillow_fills_the_same_pixels_within_the_border()
    {
        using TempFolder folder = new();
        Random random = new(9);
        double[][] polygons = [.. Enumerable.Range(0, 40).Select(_ => Polygon(random))];
        File.WriteAllLines(
            folder["polygons.txt"],
            polygons.Select(polygon => string.Join(' ', polygon.Select(number => number.ToString("R", CultureInfo.InvariantCulture)))));
        string[] seen = Witness.RunPython("PIL", "-c", Script, folder["polygons.txt"]).Output
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

        Assert.Equal(polygons.Length, seen.Length);
        PolygonFiller filler = new();
        for (int number = 0; number < polygons.Length; number++)
        {
            MaskBuilder mask = new(Width, Height);
            filler.Add(polygons[number]);
            Assert.InRange(filler.Fill(mask), 100, Width * Height);
            for (int pixel = 0; pixel < Width * Height; pixel++)
            {
                (int x, int y) = (pixel % Width, pixel / Width);
                bool isSame = mask[x, y] == (seen[number][pixel] == '1');
                Assert.True(isSame || Distance(polygons[number], x + 0.5, y + 0.5) <= 2, $"polygon {number}: pixel {x}, {y}");
            }
        }
    }

    /// <summary>A star around the middle of the image: its rays are of random length, so it is often not convex.</summary>
    private static double[] Polygon(Random random)
    {
        double[] points = new double[2 * random.Next(5, 30)];
        for (int index = 0; index < points.Length; index += 2)
        {
            double angle = index * Math.PI / (points.Length / 2);
            double radius = 12 + (random.NextDouble() * 30);
            points[index] = Math.Round(60 + (radius * Math.Cos(angle)), 2);
            points[index + 1] = Math.Round(45 + (radius * Math.Sin(angle)), 2);
        }

        return points;
    }

    /// <summary>How far a point is from the nearest edge, in pixels.</summary>
    private static double Distance(double[] points, double x, double y)
    {
        double nearest = double.PositiveInfinity;
        for (int index = 0; index < points.Length; index += 2)
        {
            int next = (index + 2) % points.Length;
            (double x1, double y1) = (points[index], points[index + 1]);
            (double dx, double dy) = (points[next] - x1, points[next + 1] - y1);
            double along = Math.Clamp((((x - x1) * dx) + ((y - y1) * dy)) / ((dx * dx) + (dy * dy)), 0, 1);
            nearest = Math.Min(nearest, Math.Sqrt(Math.Pow(x - x1 - (along * dx), 2) + Math.Pow(y - y1 - (along * dy), 2)));
        }

        return nearest;
    }
}
