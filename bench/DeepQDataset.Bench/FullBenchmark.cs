using System.Diagnostics;
using System.Globalization;
using DeepQDataset.Settings;
using DeepQDataset.TestKit;
using DeepQDataset.Validation;

namespace DeepQDataset.Bench;

/// <summary>Measures level Full on a folder of PNG and JPEG files, compared with a Pillow loop that opens and loads each image.</summary>
internal static class FullBenchmark
{
    /// <summary>The default number of images.</summary>
    public const int DefaultImageCount = 5_000;

    private const string Python = "/usr/bin/python3";

    /// <summary>Makes the dataset and compares; both sides take their time inside their own process, without its start.</summary>
    /// <param name="count">How many images, of about 40 KB each.</param>
    public static int Run(int count)
    {
        using TempFolder folder = new();
        Make(folder["dataset"], count);
        long bytes = new DirectoryInfo(folder["dataset"]).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length);
        bool met = Comparison.Print(
            FormattableString.Invariant($"full, {count} PNG/JPEG of {bytes / 1e6:F0} MB, Pillow open and load"),
            () => ChildProcess.SecondsOfSelf("full", "--once", folder["dataset"]),
            () => ChildProcess.Seconds(Python, Script("pillow_load.py"), folder["dataset"]),
            bound: 0.4);
        return met ? 0 : 1;
    }

    /// <summary>Tests the dataset once and prints the seconds it took, compilation of the code included.</summary>
    public static int Once(string path)
    {
        long started = Stopwatch.GetTimestamp();
        DqTestResult result = DatasetValidator.Validate(path, new ValidationOptions { Level = DqLevel.Full });
        double seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        Console.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"{seconds:F4} {result.Images} images, {result.Errors} errors: {result.Issues}"));
        return result.Passed ? 0 : 1;
    }

    /// <summary>Creates only the dataset, to examine one run with other tools.</summary>
    /// <param name="path">A folder that is not there yet.</param>
    /// <param name="imageCount">How many images.</param>
    public static int Make(string path, int imageCount)
    {
        ChildProcess.Run(Python, Script("pillow_make.py"), path, imageCount.ToString(CultureInfo.InvariantCulture));
        return 0;
    }

    private static string Script(string name) => Path.Combine(AppContext.BaseDirectory, name);
}
