using DeepQDataset.TestKit;

namespace DeepQDataset.Core.Tests.Repair;

/// <summary>A dataset that breaks a rule which can be mended.</summary>
/// <param name="RuleId">The rule.</param>
/// <param name="Name">What is special about this case.</param>
/// <param name="Write">Writes the dataset as a zip where the path ends with <c>.zip</c>, else as a folder.</param>
/// <param name="Expected">Paths in the mended copy that show what was done.</param>
public sealed record RepairCase(string RuleId, string Name, Action<string> Write, params string[] Expected)
{
    /// <summary>Whether only a zip can break the rule.</summary>
    public bool IsZipOnly { get; init; }

    /// <summary>Whether it is mended only when asked for (DQ526).</summary>
    public bool CornerBoxes { get; init; }

    /// <summary>The edition of the platform that has the rule.</summary>
    public DqPlatform Platform { get; init; }

    /// <summary>How many images are left out.</summary>
    public int LeftOut { get; init; }

    /// <summary>The name of the zip.</summary>
    public string ZipName { get; init; } = "dataset.zip";

    /// <summary>A case of a dataset in memory.</summary>
    public static RepairCase Of(string ruleId, string name, DatasetBuilder dataset, params string[] expected) => new(
        ruleId,
        name,
        path => _ = path.EndsWith(".zip", StringComparison.Ordinal) ? dataset.WriteZip(path) : dataset.WriteFolder(path),
        expected);

    /// <summary>A case of a zip.</summary>
    public static RepairCase Of(string ruleId, string name, ZipBuilder zip, params string[] expected) =>
        new(ruleId, name, path => zip.Write(path), expected) { IsZipOnly = true };

    /// <inheritdoc/>
    public override string ToString() => $"{RuleId} {Name}";
}
