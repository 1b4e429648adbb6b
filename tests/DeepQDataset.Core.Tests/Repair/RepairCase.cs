using DeepQDataset.TestKit;

namespace DeepQDataset.Core.Tests.Repair;

/// <summary>Represents a dataset that violates a repairable rule.</summary>
/// <param name="RuleId">The rule.</param>
/// <param name="Name">What is special about this case.</param>
/// <param name="Write">Writes the dataset as a zip where the path ends with <c>.zip</c>, else as a folder.</param>
/// <param name="Expected">Paths in the mended copy that show what was done.</param>
public sealed record RepairCase(string RuleId, string Name, Action<string> Write, params string[] Expected)
{
    /// <summary>Gets a value that indicates whether only a zip can break the rule.</summary>
    public bool IsZipOnly { get; init; }

    /// <summary>Gets a value that indicates whether the repair must be requested (DQ526).</summary>
    public bool CornerBoxes { get; init; }

    /// <summary>Gets the edition of the platform that has the rule.</summary>
    public DqPlatform Platform { get; init; }

    /// <summary>Gets the number of images that are left out.</summary>
    public int LeftOut { get; init; }

    /// <summary>Gets the name of the zip.</summary>
    public string ZipName { get; init; } = "dataset.zip";

    /// <summary>Returns a case of a dataset in memory.</summary>
    public static RepairCase Of(string ruleId, string name, DatasetBuilder dataset, params string[] expected) => new(
        ruleId,
        name,
        path => _ = path.EndsWith(".zip", StringComparison.Ordinal) ? dataset.WriteZip(path) : dataset.WriteFolder(path),
        expected);

    /// <summary>Returns a case of a zip.</summary>
    public static RepairCase Of(string ruleId, string name, ZipBuilder zip, params string[] expected) =>
        new(ruleId, name, path => zip.Write(path), expected) { IsZipOnly = true };

    /// <inheritdoc/>
    public override string ToString() => $"{RuleId} {Name}";
}
