using System.Security.Cryptography;
using DeepQDataset.Catalog;
using DeepQDataset.Inventory;
using DeepQDataset.Repair;
using DeepQDataset.Settings;
using DeepQDataset.Sources;
using DeepQDataset.TestKit;
using DeepQDataset.Validation;
using Xunit;

namespace DeepQDataset.Core.Tests.Repair;

/// <summary>
/// Tests that each repairable rule is repaired: the copy is accepted, its images are the same byte for byte, and a second repair finds
/// nothing to do.
/// </summary>
public sealed class RepairTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_repairable_rule_has_a_case() => Assert.Equal(
        RuleCatalog.All.Where(rule => rule.Repairable).Select(rule => rule.Id),
        RepairCases.All.Select(known => known.RuleId).Distinct().Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(RepairCases.OfFolders), MemberType = typeof(RepairCases), DisableDiscoveryEnumeration = true)]
    public void A_folder_is_mended_into_a_folder(RepairCase known) => AssertMended(known, "dataset", "mended");

    [Theory]
    [MemberData(nameof(RepairCases.OfFolders), MemberType = typeof(RepairCases), DisableDiscoveryEnumeration = true)]
    public void A_folder_is_mended_into_a_zip(RepairCase known) => AssertMended(known, "dataset", "mended.zip");

    [Theory]
    [MemberData(nameof(RepairCases.Data), MemberType = typeof(RepairCases), DisableDiscoveryEnumeration = true)]
    public void A_zip_is_mended_into_a_zip(RepairCase known) => AssertMended(known, known.ZipName, "mended.zip");

    [Theory]
    [MemberData(nameof(RepairCases.Data), MemberType = typeof(RepairCases), DisableDiscoveryEnumeration = true)]
    public void A_zip_is_mended_into_a_folder(RepairCase known) => AssertMended(known, known.ZipName, "mended");

    private void AssertMended(RepairCase known, string source, string destination)
    {
        RepairOptions options = new() { CornerBoxes = known.CornerBoxes, Platform = known.Platform, ThrottleLimit = 2 };
        known.Write(_folder[source]);
        DqTestResult before = Validate(_folder[source], known.Platform);
        Assert.Contains(before.Issues, issue => issue.RuleId == known.RuleId);
        string[] hashes = Hashes(_folder[source]);

        using (RepairPlan plan = Plan(source, destination, options))
        {
            Assert.Contains(plan.Repairs, repair => repair.RuleId == known.RuleId);
            Assert.DoesNotContain(plan.Remaining, issue => issue.RuleId == known.RuleId || issue.Severity == DqSeverity.Error);
            DatasetRepairer.Write(plan, options, null, TestContext.Current.CancellationToken);
            AssertRepairs(plan);
        }

        DqTestResult after = Validate(_folder[destination], known.Platform);
        Assert.DoesNotContain(after.Issues, issue => issue.RuleId == known.RuleId);
        Assert.Equal(0, after.Errors);
        Assert.Equal(before.Images - (known.RuleId == "DQ401" ? known.LeftOut : 0), after.Images);
        Assert.Equal(hashes.Distinct(), Hashes(_folder[destination]).Distinct());
        Assert.All(known.Expected, path => Assert.Contains(path, Paths(_folder[destination])));

        using RepairPlan again = Plan(destination, "again" + Path.GetExtension(destination), options);
        Assert.Empty(again.Repairs);
        Assert.Empty(again.Map);
    }

    /// <summary>Each change names what was there before, and what is there after it.</summary>
    private static void AssertRepairs(RepairPlan plan)
    {
        HashSet<string> paths = Paths(plan.Destination).ToHashSet(StringComparer.Ordinal);
        Assert.All(plan.Repairs, repair =>
        {
            Assert.NotEmpty(repair.Message);
            Assert.Equal(plan.Destination, repair.Destination);
            Assert.True(RuleCatalog.TryFind(repair.RuleId, out DqRule? rule) && rule.Repairable);
            Assert.True(
                repair.NewPath is null or ""
                    || paths.Contains(repair.NewPath)
                    || paths.Any(path => path.StartsWith(repair.NewPath + "/", StringComparison.Ordinal)),
                repair.ToString());
        });
        Assert.True(File.Exists(plan.Destination + ".map.csv"));
    }

    private RepairPlan Plan(string source, string destination, RepairOptions options) =>
        DatasetRepairer.Plan(_folder[source], _folder[destination], options, null, TestContext.Current.CancellationToken);

    private static DqTestResult Validate(string path, DqPlatform platform) =>
        DatasetValidator.Validate(
            path,
            ValidationOptions.Default with
            {
                MinimumClassImages = 1,
                Platform = platform,
            },
            cancellation: TestContext.Current.CancellationToken);

    private static string[] Paths(string path)
    {
        using IDatasetSource source = DatasetSource.Open(path, TestContext.Current.CancellationToken);
        return source.Entries.Select(entry => entry.Path).ToArray();
    }

    private static string[] Hashes(string path)
    {
        using IDatasetSource source = DatasetSource.Open(path, readsForeignMethods: true, TestContext.Current.CancellationToken);
        DatasetInventory inventory = InventoryBuilder.Build(source, TestContext.Current.CancellationToken);
        return inventory.Images.Select(image =>
        {
            using Stream stream = source.Open(image.Entry);
            return Convert.ToHexString(SHA256.HashData(stream));
        }).Order(StringComparer.Ordinal).ToArray();
    }
}
