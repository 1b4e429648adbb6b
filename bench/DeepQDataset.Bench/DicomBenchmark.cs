using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using DeepQDataset.Building.Planning;
using DeepQDataset.Building.Zip;
using DeepQDataset.Reading;
using DeepQDataset.TestKit;

namespace DeepQDataset.Bench;

/// <summary>
/// Measures reading the headers of 5,000 CT slices on one thread (as <c>Get-DqImage</c> does), compared with fo-dicom and pydicom stopping
/// at the pixel data, and in a stored zip compared with a folder. The slices of 512 KB need 2.6 GB, twice. fo-dicom is not part of this
/// repository: the environment variable DQ_BENCH_FODICOM names a program that receives the folder and the number of repetitions, opens each
/// <c>.dcm</c> below it up to the pixel data, reads the same attributes, and prints the median seconds.
/// </summary>
internal static class DicomBenchmark
{
    /// <summary>The default number of slices.</summary>
    public const int DefaultCount = 5_000;

    private const string PeerVariable = "DQ_BENCH_FODICOM";

    /// <summary>Makes the slices and compares.</summary>
    /// <param name="count">The number.</param>
    public static int Run(int count)
    {
        using TempFolder folder = new();
        string slices = folder["slices"];
        string zip = folder["slices.zip"];
        CtSlices.Write(slices, count);
        using (ArchivePlan plan = ArchivePlan.FromDataset(slices))
        {
            ArchiveWriter.Write(plan, zip, new ArchiveOptions { CompressionLevel = CompressionLevel.NoCompression });
        }

        bool met = true;
        foreach (
            (string when, string times) in new[] { ("the first time in a process", "1"), ("the median of five times in a process", "5") })
        {
            double Ours(string path) => ChildProcess.SecondsOfSelf("dicom", "--once", path, times);
            if (Environment.GetEnvironmentVariable(PeerVariable) is { Length: > 0 } peer)
            {
                met &= Comparison.Print(
                    $"dicom, {count} CT headers, fo-dicom up to the pixel data, {when}",
                    () => Ours(slices),
                    () => ChildProcess.Seconds(peer, slices, times),
                    0.35);
            }
            else
            {
                Console.WriteLine($"dicom, fo-dicom: left out, as {PeerVariable} names no program");
            }

            string script = Path.Combine(AppContext.BaseDirectory, "pydicom_headers.py");
            met &= Comparison.Print(
                $"dicom, {count} CT headers, pydicom with stop_before_pixels and the same tags, {when}",
                () => Ours(slices),
                () => ChildProcess.Seconds("/usr/bin/python3", script, slices, times),
                0.1);
            met &= Comparison.Print(
                $"dicom, {count} CT headers in a stored zip, in the folder, {when}", () => Ours(zip), () => Ours(slices), 1.5);
        }

        return met ? 0 : 1;
    }

    /// <summary>Creates only the slices, to examine one run with other tools.</summary>
    public static int Make(string path, int count)
    {
        CtSlices.Write(path, count);
        return 0;
    }

    /// <summary>Reads the headers a number of times, on one thread as the peers do, and prints the median seconds.</summary>
    public static int Once(string path, int times)
    {
        double[] seconds = new double[times];
        long pixels = 0;
        for (int time = 0; time < times; time++)
        {
            long started = Stopwatch.GetTimestamp();
            foreach (DqImage image in DatasetReader.ReadImages(path, threads: 1))
            {
                pixels += (long)image.Width!.Value * image.Height!.Value;
                if (image.Problem is not null)
                {
                    return 1;
                }
            }

            seconds[time] = Stopwatch.GetElapsedTime(started).TotalSeconds;
        }

        Array.Sort(seconds);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{seconds[times / 2]:F4} {pixels}"));
        return 0;
    }
}
