using System.Diagnostics;
using System.Globalization;
using DeepQDataset.Building.Planning;
using DeepQDataset.Building.Zip;
using DeepQDataset.TestKit;

namespace DeepQDataset.Bench;

/// <summary>
/// Measures packing a folder: stored images compared with zip and with the minimum work, DICOM compared with zip in time and size.
/// </summary>
internal static class WriteBenchmark
{
    private const int ImageCount = 20_000;
    private const int SliceCount = 2_000;
    private const double MoreBytes = 1.03;

    /// <summary>Makes the datasets and compares.</summary>
    /// <param name="scale">What share of the full datasets; 1 for the real ones.</param>
    public static int Run(double scale)
    {
        bool met = Images((int)(ImageCount * scale));
        return Slices((int)(SliceCount * scale)) && met ? 0 : 1;
    }

    /// <summary>Creates only the datasets, to examine single runs with other tools.</summary>
    public static int Make(string folder)
    {
        WriteSamples.WriteImages(Path.Combine(folder, "images"), ImageCount);
        WriteSamples.WriteSlices(Path.Combine(folder, "slices"), SliceCount);
        return 0;
    }

    /// <summary>Packs a folder a number of times and prints the median seconds, the listing of the folder included.</summary>
    public static int Once(string folder, string destination, int times, bool hash) => Median(times, () =>
    {
        File.Delete(destination);
        long started = Stopwatch.GetTimestamp();
        using ArchivePlan plan = ArchivePlan.FromDataset(folder);
        ArchiveWriter.Write(plan, destination, new ArchiveOptions { Hash = hash });
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    });

    /// <summary>Runs the minimum work a number of times and prints the median seconds.</summary>
    public static int Bare(string folder, string destination, int times) => Median(times, () => BareLoop.Seconds(folder, destination));

    private static int Median(int times, Func<double> run)
    {
        double[] seconds = new double[times];
        for (int time = 0; time < times; time++)
        {
            seconds[time] = run();
        }

        Array.Sort(seconds);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{seconds[times / 2]:F4}"));
        return 0;
    }

    private static bool Images(int count)
    {
        using TempFolder folder = new();
        string dataset = folder["images"];
        WriteSamples.WriteImages(dataset, count);
        string what = $"write, {count} PNG/JPEG";
        double Ours() => OurSeconds(dataset, folder["ours.zip"]);
        bool met = Comparison.Print($"{what}, zip -0 -r", Ours, () => Zip(dataset, folder["peer.zip"], "-0"), 0.5);
        met &= Bare("the first time in a process", times: 1, hash: true);
        met &= Bare("the median of five times in a process", times: 5, hash: true);
        met &= Bare("the first time in a process, without SHA-256 (which the loop does not take either)", times: 1, hash: false);
        met &= Bare("the median of five times in a process, without SHA-256", times: 5, hash: false);
        return Comparison.Print($"{what}, zip -r", Ours, () => Zip(dataset, folder["peer.zip"]), 0.12, runs: 3) && met;

        bool Bare(string how, int times, bool hash)
        {
            string text = times.ToString(CultureInfo.InvariantCulture);
            return Comparison.Print(
                $"{what}, bare loop, {how}",
                () => OurSeconds(dataset, folder["ours.zip"], times, hash),
                () => ChildProcess.SecondsOfSelf("write", "--bare", dataset, folder["peer.bin"], text),
                1.3);
        }
    }

    private static bool Slices(int count)
    {
        using TempFolder folder = new();
        string dataset = folder["slices"];
        WriteSamples.WriteSlices(dataset, count);
        (string ours, string peer) = (folder["ours.zip"], folder["peer.zip"]);
        bool met = Comparison.Print(
            $"write, {count} DICOM, zip -r", () => OurSeconds(dataset, ours), () => Zip(dataset, peer), 0.5, runs: 3);
        double bytes = (double)new FileInfo(ours).Length / new FileInfo(peer).Length;
        string verdict = bytes <= MoreBytes ? "met" : "MISSED";
        Console.WriteLine(FormattableString.Invariant(
            $"write, {count} DICOM, bytes of zip -r: ratio {bytes:F3}, at most {MoreBytes:F2}: {verdict}"));
        return met && bytes <= MoreBytes;
    }

    private static double OurSeconds(string dataset, string destination, int times = 1, bool hash = true)
    {
        string count = times.ToString(CultureInfo.InvariantCulture);
        return ChildProcess.SecondsOfSelf("write", "--once", dataset, destination, count, hash ? "hash" : "no-hash");
    }

    private static double Zip(string dataset, string destination, params string[] options)
    {
        File.Delete(destination);
        return ChildProcess.WallSeconds("zip", dataset, [.. options, "-q", "-r", destination, "."]);
    }
}
