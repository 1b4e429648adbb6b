using System.Diagnostics;
using System.Globalization;
using DeepQDataset.Building.Planning;
using DeepQDataset.Building.Zip;
using DeepQDataset.Settings;
using DeepQDataset.TestKit;
using DeepQDataset.Validation;

namespace DeepQDataset.Bench;

/// <summary>
/// Measures the checksums of a zip of 20,000 images and about 600 MB (only rule DQ708), compared with 7z and unzip testing the same zip.
/// </summary>
internal static class VerifyBenchmark
{
    private const int ImageCount = 20_000;

    /// <summary>Makes the zip and compares.</summary>
    /// <param name="scale">What share of the full dataset; 1 for the real one.</param>
    public static int Run(double scale)
    {
        using TempFolder folder = new();
        int count = (int)(ImageCount * scale);
        string zip = folder["images.zip"];
        WriteSamples.WriteImages(folder["images"], count);
        using (ArchivePlan plan = ArchivePlan.FromDataset(folder["images"]))
        {
            ArchiveWriter.Write(plan, zip, new ArchiveOptions());
        }

        double Ours() => ChildProcess.SecondsOfSelf("verify", "--once", zip);
        bool met = Comparison.Print(
            $"verify, {count} PNG/JPEG in a zip, 7z t", Ours, () => ChildProcess.WallSeconds("7z", folder.FullPath, "t", zip), 1.0);
        return
            Comparison.Print(
                $"verify, {count} PNG/JPEG in a zip, unzip -t",
                Ours,
                () => ChildProcess.WallSeconds("unzip", folder.FullPath, "-tqq", zip),
                0.25) && met
            ? 0
            : 1;
    }

    /// <summary>Tests the checksums once and prints the seconds it took, compilation of the code included.</summary>
    public static int Once(string zip)
    {
        ValidationOptions options = new() { Level = DqLevel.Full, IncludedRules = new HashSet<string>(StringComparer.Ordinal) { "DQ708" } };
        long started = Stopwatch.GetTimestamp();
        DqTestResult result = DatasetValidator.Validate(zip, options);
        double seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{seconds:F4} {result.Images} images, {result.Issues}"));
        return result.Passed ? 0 : 1;
    }
}
