using System.Diagnostics;
using System.Globalization;
using DeepQDataset.Building;
using DeepQDataset.Inventory;
using DeepQDataset.Sources;
using DeepQDataset.TestKit;

namespace DeepQDataset.Bench;

/// <summary>Packing a folder: stored images beside zip and beside the bare loop, DICOM beside zip in time and in bytes.</summary>
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

    /// <summary>Only makes the datasets, to look at single runs by other means.</summary>
    public static int Make(string folder)
    {
        WriteSamples.WriteImages(Path.Combine(folder, "images"), ImageCount);
        WriteSamples.WriteSlices(Path.Combine(folder, "slices"), SliceCount);
        return 0;
    }

    /// <summary>Packs a folder once and prints the seconds it took, the listing of the folder and the compilation of the code included.</summary>
    public static int Once(string folder, string destination)
    {
        File.Delete(destination);
        long started = Stopwatch.GetTimestamp();
        using IDatasetSource source = DatasetSource.Open(folder);
        using ArchivePlan plan = ArchivePlan.FromDataset(source, InventoryBuilder.Build(source));
        DqArchive archive = ArchiveWriter.Write(plan, destination, new ArchiveOptions());
        double seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{seconds:F4} {archive.Entries} entries, {archive.Bytes} bytes"));
        return 0;
    }

    private static bool Images(int count)
    {
        using TempFolder folder = new();
        string dataset = folder["images"];
        WriteSamples.WriteImages(dataset, count);
        bool met = Comparison.Print($"write, {count} PNG/JPEG, zip -0 -r", () => Ours(dataset, folder["ours.zip"]), () => Zip(dataset, folder["peer.zip"], "-0"), 0.5);
        met &= Comparison.Print(
            $"write, {count} PNG/JPEG, bare loop",
            () => Ours(dataset, folder["ours.zip"]),
            () => ChildProcess.SecondsOfSelf("write", "--bare", dataset, folder["peer.bin"]),
            1.3);
        return Comparison.Print($"write, {count} PNG/JPEG, zip -r", () => Ours(dataset, folder["ours.zip"]), () => Zip(dataset, folder["peer.zip"]), 0.12, runs: 3) && met;
    }

    private static bool Slices(int count)
    {
        using TempFolder folder = new();
        string dataset = folder["slices"];
        WriteSamples.WriteSlices(dataset, count);
        bool met = Comparison.Print($"write, {count} DICOM, zip -r", () => Ours(dataset, folder["ours.zip"]), () => Zip(dataset, folder["peer.zip"]), 0.5, runs: 3);
        double bytes = (double)new FileInfo(folder["ours.zip"]).Length / new FileInfo(folder["peer.zip"]).Length;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"write, {count} DICOM, bytes of zip -r: ratio {bytes:F3}, at most {MoreBytes:F2}: {(bytes <= MoreBytes ? "met" : "MISSED")}"));
        return met && bytes <= MoreBytes;
    }

    private static double Ours(string dataset, string destination) => ChildProcess.SecondsOfSelf("write", "--once", dataset, destination);

    private static double Zip(string dataset, string destination, params string[] options)
    {
        File.Delete(destination);
        return ChildProcess.WallSeconds("zip", dataset, [.. options, "-q", "-r", destination, "."]);
    }
}
