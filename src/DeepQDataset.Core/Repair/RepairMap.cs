using CsvHelper;
using DeepQDataset.Files;

namespace DeepQDataset.Repair;

/// <summary>
/// Writes a CSV beside a repaired copy that lists each file with a new path or that was left out. It has a header, Path and NewPath; the
/// latter is empty for files that were left out. UTF-8 without a byte order mark.
/// </summary>
internal static class RepairMap
{
    private const string Ending = ".map.csv";

    private static readonly CsvWriterOptions Options = new() { NewLine = "\n" };

    /// <summary>Returns the path of the list.</summary>
    /// <param name="destination">The path of the copy.</param>
    public static string PathOf(string destination) => Path.TrimEndingDirectorySeparator(destination) + Ending;

    /// <summary>Writes the list.</summary>
    /// <exception cref="DatasetException">The file exists, or cannot be written.</exception>
    public static void Write(RepairPlan plan, bool overwrite, CancellationToken cancellation)
    {
        using AtomicFile file = AtomicFile.Create(PathOf(plan.Destination), overwrite);
        using (CsvWriter writer = CsvWriter.Create(file.Stream, Options, leaveOpen: true))
        {
            writer.WriteHeader(["Path", "NewPath"]);
            foreach ((string path, string? newPath) in plan.Map)
            {
                cancellation.ThrowIfCancellationRequested();
                writer.WriteField(path);
                writer.WriteField(newPath ?? "");
                writer.EndRecord();
            }
        }

        file.Commit();
    }
}
