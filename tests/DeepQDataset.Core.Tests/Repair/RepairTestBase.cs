using System.Security.Cryptography;
using DeepQDataset.Inventory;
using DeepQDataset.Reading;
using DeepQDataset.Repair;
using DeepQDataset.Sources;
using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Core.Tests.Repair;

/// <summary>A folder of its own, and repairs of datasets in it.</summary>
public abstract class RepairTestBase : IDisposable
{
    private protected TempFolder Folder { get; } = new();

    public void Dispose()
    {
        Folder.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>
    /// Repairs <c>in</c> or <c>in.zip</c> as <c>out</c> or <c>out.zip</c>, and returns the changes and the remaining issues.
    /// </summary>
    private protected (string[] Repairs, string[] Remaining) Mend(string source, string destination, RepairOptions? options = null)
    {
        using RepairPlan plan = Plan(source, destination, options);
        DatasetRepairer.Write(plan, options ?? RepairOptions.Default, null, TestContext.Current.CancellationToken);
        return (plan.Repairs.Select(Format).ToArray(), plan.Remaining.Select(issue => issue.RuleId).ToArray());
    }

    private protected RepairPlan Plan(string source, string destination, RepairOptions? options = null) =>
        DatasetRepairer.Plan(
            Folder[source], Folder[destination], options ?? RepairOptions.Default, null, TestContext.Current.CancellationToken);

    private protected static string Format(DqRepair repair) =>
        $"{repair.RuleId} {repair.Path}{(repair.Line is int line ? $":{line}" : "")} -> {repair.NewPath ?? "-"}";

    private protected string[] Paths(string path) => Entries(Folder[path]).Keys.ToArray();

    private protected string Text(string path) => File.ReadAllText(Folder[path]);

    /// <summary>All files, with their hashes.</summary>
    private protected static SortedDictionary<string, string> Entries(string path)
    {
        SortedDictionary<string, string> entries = new(StringComparer.Ordinal);
        using IDatasetSource source = DatasetSource.Open(path, TestContext.Current.CancellationToken);
        foreach (SourceEntry entry in source.Entries.Where(entry => !entry.IsFolder))
        {
            using Stream stream = source.Open(entry);
            entries.Add(entry.Path, Convert.ToHexString(SHA256.HashData(stream)));
        }

        return entries;
    }

    /// <summary>What the labels say of which content: the hash of the image, the class, the value or box.</summary>
    private protected static SortedSet<string> Meaning(string path)
    {
        SortedDictionary<string, string> entries = Entries(path);
        SortedSet<string> meaning = new(StringComparer.Ordinal);
        foreach (DqLabel label in DatasetReader.ReadLabels(path, cancellation: TestContext.Current.CancellationToken))
        {
            string? entry = label.SourceEntry
                ?? (label.SourcePath is null ? null : Path.GetRelativePath(path, label.SourcePath).Replace('\\', '/'));
            if (entry is not null)
            {
                meaning.Add($"{entries[entry]} {label.Class} {label.Value} {label.X} {label.Y} {label.Width} {label.Height}");
            }
        }

        return meaning;
    }
}
