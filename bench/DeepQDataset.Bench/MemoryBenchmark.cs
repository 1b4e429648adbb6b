using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using DeepQDataset.Building.Planning;
using DeepQDataset.Building.Zip;
using DeepQDataset.Settings;
using DeepQDataset.TestKit;
using DeepQDataset.Validation;

namespace DeepQDataset.Bench;

/// <summary>
/// Measures how much more peak memory writing and testing need for 10 GB than for 10 MB. The large input is sparse and needs no disk space.
/// </summary>
internal static class MemoryBenchmark
{
    private const long Small = 10_000_000;
    private const long Large = 10_000_000_000;
    private const double MaximumMebibytes = 64;

    /// <summary>Compares the peaks.</summary>
    public static int Run()
    {
        using TempFolder folder = new();
        bool met = true;
        foreach (string name in new[] { "large.dcm", "large.png" })
        {
            string small = Make(folder[$"small {name}"], name, Small);
            string large = Make(folder[$"large {name}"], name, Large);
            string how = nameof(CompressionLevel.Fastest);
            met &= Compare($"writing {name}", ["--write", small, small + ".zip", how], ["--write", large, large + ".zip", how]);
            foreach (string tested in new[] { nameof(DqLevel.Header), nameof(DqLevel.Full) })
            {
                met &= Compare($"testing {name} in a folder, {tested}", ["--test", small, tested], ["--test", large, tested]);
                met &= Compare($"testing {name} in a zip, {tested}", ["--test", small + ".zip", tested],
                    ["--test", large + ".zip", tested]);
            }

            File.Delete(large + ".zip");
        }

        return met ? 0 : 1;
    }

    /// <summary>Packs a folder and prints this process's peak.</summary>
    public static int Write(string folder, string destination, string level)
    {
        File.Delete(destination);
        using ArchivePlan plan = ArchivePlan.FromDataset(folder);
        ArchiveWriter.Write(plan, destination, new ArchiveOptions { CompressionLevel = Enum.Parse<CompressionLevel>(level) });
        return PrintPeak();
    }

    /// <summary>Tests a dataset and prints this process's peak.</summary>
    public static int Test(string path, string level)
    {
        DatasetValidator.Validate(path, new ValidationOptions { Level = Enum.Parse<DqLevel>(level) });
        return PrintPeak();
    }

    /// <summary>Prints the most memory that this process had.</summary>
    public static int PrintPeak()
    {
        using Process self = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{self.PeakWorkingSet64 / 1048576.0:F1} MiB"));
        return 0;
    }

    private static bool Compare(string what, string[] small, string[] large)
    {
        double first = ChildProcess.SecondsOfSelf(["memory", .. small]);
        double second = ChildProcess.SecondsOfSelf(["memory", .. large]);
        bool met = second - first < MaximumMebibytes;
        string verdict = met ? "met" : "MISSED";
        Console.WriteLine(FormattableString.Invariant(
            $"memory, {what}: {first:F0} MiB for 10 MB, {second:F0} MiB for 10 GB, at most {MaximumMebibytes:F0} more: {verdict}"));
        return met;
    }

    private static string Make(string folder, string name, long length)
    {
        Directory.CreateDirectory(Path.Combine(folder, "image"));
        using FileStream file = File.Create(Path.Combine(folder, "image", name));
        byte[] header = name.EndsWith(".png", StringComparison.Ordinal)
            ? new PngBuilder { Width = 4096, Height = 4096, OmitData = true, OmitEnd = true }.Build()
            : new DicomBuilder { Rows = 16, Columns = 16 }.Build();
        file.Write(header);
        file.SetLength(length);
        return folder;
    }
}
