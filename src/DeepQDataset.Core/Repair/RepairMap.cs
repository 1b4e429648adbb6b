using CsvHelper;
using DeepQDataset.Files;

namespace DeepQDataset.Repair;

/// <summary>
/// The CSV beside a mended copy by which names can be traced back: a row for each file that got another path, or was left out. It has a
/// header, Path and NewPath, the latter empty for what was left out. UTF-8 without a byte order mark.
/// </summary>
internal static class RepairMap
{
    private const string Ending = ".map.csv";

    private static readonly CsvWriterOptions Options = new() { NewLine = "\n" };

    /// <summary>Returns the map's path.</summary>
    /// <param name="destination">The copy's.</param>
    public static string PathOf(string destination) => Path.TrimEndingDirectorySeparator(destination) + Ending;

    /// <summary>Writes it.</summary>
    /// <exception cref="DatasetException">It exists already, or cannot be written.</exception>
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
