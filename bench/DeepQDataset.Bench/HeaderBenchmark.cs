using System.Diagnostics;
using System.Globalization;
using System.Text;
using DeepQDataset.TestKit;
using DeepQDataset.Validation;

namespace DeepQDataset.Bench;

/// <summary>
/// Measures level Header on a folder of 20,000 small images with a label.csv, compared with a Pillow loop that only opens each image.
/// </summary>
internal static class HeaderBenchmark
{
    private const int ImageCount = 20_000;

    /// <summary>
    /// Creates the dataset and compares. Both sides measure the time inside their own process, without its start: the first time, which
    /// here includes compilation of the code, and the median of five times.
    /// </summary>
    public static int Run()
    {
        using TempFolder folder = new();
        WriteDataset(folder.FullPath);
        bool met =
            Compare("the first time in a process", folder.FullPath, times: "1")
            & Compare("the median of five times in a process", folder.FullPath, times: "5");
        return met ? 0 : 1;
    }

    /// <summary>Tests the dataset a number of times and prints the median seconds.</summary>
    public static int Once(string path, int times)
    {
        double[] seconds = new double[times];
        DqTestResult? result = null;
        for (int time = 0; time < times; time++)
        {
            long started = Stopwatch.GetTimestamp();
            result = DatasetValidator.Validate(path);
            seconds[time] = Stopwatch.GetElapsedTime(started).TotalSeconds;
        }

        Array.Sort(seconds);
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture, $"{seconds[times / 2]:F4} {result!.Images} images, {result.Errors} errors: {result.Issues}"));
        return result is { Passed: true, Images: ImageCount } ? 0 : 1;
    }

    private static bool Compare(string what, string folder, string times) => Comparison.Print(
        $"headers, {ImageCount} PNG/JPEG, Pillow open, {what}",
        () => ChildProcess.SecondsOfSelf("headers", "--once", folder, times),
        () => ChildProcess.Seconds("/usr/bin/python3", Path.Combine(AppContext.BaseDirectory, "pillow_open.py"), folder, times),
        bound: 0.5);

    /// <summary>Creates only the dataset, to examine one run with other tools.</summary>
    public static int Make(string path)
    {
        WriteDataset(path);
        return 0;
    }

    private static void WriteDataset(string folder)
    {
        Directory.CreateDirectory(Path.Combine(folder, "image"));
        StringBuilder labels = new();
        for (int number = 0; number < ImageCount; number++)
        {
            bool isPng = number % 2 == 0;
            byte[] content = isPng
                ? new PngBuilder { Width = 48, Height = 48, Seed = number }.Build()
                : new JpegBuilder { Width = 48, Height = 48, Seed = number }.Build();
            string name = string.Create(CultureInfo.InvariantCulture, $"image{number:D5}");
            File.WriteAllBytes(Path.Combine(folder, "image", name + (isPng ? ".png" : ".jpg")), content);
            string positive = number % 3 == 0 ? "1" : "0";
            string negative = number % 3 == 0 ? "0" : "1";
            labels.Append(CultureInfo.InvariantCulture, $"{name},Nodule,{positive}\n{name},Normal,{negative}\n");
        }

        File.WriteAllText(Path.Combine(folder, "label.csv"), labels.ToString());
    }
}
