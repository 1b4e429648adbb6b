using System.Diagnostics;
using System.Globalization;
using DeepQDataset.Masks;
using DeepQDataset.TestKit;

namespace DeepQDataset.Bench;

/// <summary>
/// Measures polygons filled into packed masks and written as the platform's text, compared with Pillow, numpy's packbits and zlib.
/// </summary>
internal static class MaskBenchmark
{
    private const int Count = 400;
    private const int Side = 1024;

    /// <summary>Compares; both sides take their time inside their own process, after one round that does not count.</summary>
    public static int Run()
    {
        using TempFolder folder = new();
        string polygons = Path.Combine(folder.FullPath, "polygons.txt");
        Write(polygons);
        return Comparison.Print(
            FormattableString.Invariant($"masks, {Count} polygons in {Side} × {Side} pixels, Pillow + numpy.packbits + zlib"),
            () => ChildProcess.SecondsOfSelf("masks", "--once", polygons),
            () => ChildProcess.Seconds("/usr/bin/python3", Path.Combine(AppContext.BaseDirectory, "pillow_masks.py"), polygons),
            bound: 1.0) ? 0 : 1;
    }

    /// <summary>Fills the polygons of a file twice and prints the seconds of the second time.</summary>
    public static int Once(string path)
    {
        double[][] polygons = [.. File.ReadLines(path).Select(line => Array.ConvertAll(line.Split(' '), Number))];
        _ = FillAll(polygons);
        long started = Stopwatch.GetTimestamp();
        (long inside, long characters) = FillAll(polygons);
        double seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{seconds:F4} {inside} pixels, {characters} characters"));
        return 0;
    }

    private static (long Inside, long Characters) FillAll(double[][] polygons)
    {
        PolygonFiller filler = new();
        (long inside, long characters) = (0, 0);
        foreach (double[] polygon in polygons)
        {
            MaskBuilder mask = new(Side, Side);
            filler.Add(polygon);
            inside += filler.Fill(mask);
            characters += mask.ToText().Length;
        }

        return (inside, characters);
    }

    /// <summary>Stars of 30 to 300 points: outlines of lesions are about as long and as bent.</summary>
    private static void Write(string path)
    {
        Random random = new(17);
        using StreamWriter writer = new(path);
        for (int number = 0; number < Count; number++)
        {
            int points = random.Next(30, 300);
            (double x, double y, double radius) = (random.Next(200, 824), random.Next(200, 824), random.Next(30, 180));
            writer.WriteLine(string.Join(' ', Enumerable.Range(0, points).Select(point =>
            {
                double angle = 2 * Math.PI * point / points;
                double distance = radius * (0.8 + (0.2 * random.NextDouble()));
                return string.Create(
                    CultureInfo.InvariantCulture, $"{x + (distance * Math.Cos(angle)):F2} {y + (distance * Math.Sin(angle)):F2}");
            })));
        }
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
