using System.Diagnostics;
using System.Globalization;
using System.Text;
using DeepQDataset.TestKit;
using DeepQDataset.Validation;

namespace DeepQDataset.Bench;

/// <summary>Level Header on a folder of 20,000 small images with a label.csv, beside a Pillow loop that only opens each image.</summary>
internal static class HeaderBenchmark
{
    private const int ImageCount = 20_000;

    /// <summary>Makes the dataset and compares; both sides take their time inside their own process, without its start.</summary>
    public static int Run()
    {
        using TempFolder folder = new();
        WriteDataset(folder.FullPath);
        string script = Path.Combine(AppContext.BaseDirectory, "pillow_open.py");
        bool met = Comparison.Print(
            $"headers, {ImageCount} PNG/JPEG, Pillow open",
            () => ChildProcess.SecondsOfSelf("headers", "--once", folder.FullPath),
            () => ChildProcess.Seconds("/usr/bin/python3", script, folder.FullPath),
            bound: 0.5);
        return met ? 0 : 1;
    }

    /// <summary>Tests the dataset once and prints the seconds it took, compilation of the code included.</summary>
    public static int Once(string path)
    {
        long started = Stopwatch.GetTimestamp();
        DqTestResult result = DatasetValidator.Validate(path);
        double seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{seconds:F4} {result.Images} images, {result.Errors} errors: {result.Issues}"));
        return result is { Passed: true, Images: ImageCount } ? 0 : 1;
    }

    /// <summary>Only makes the dataset, to look at one run by other means.</summary>
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
