using System.IO.Compression;
using DeepQDataset.Repair;
using DeepQDataset.Settings;
using DeepQDataset.TestKit;
using DeepQDataset.Validation;
using Xunit;

namespace DeepQDataset.Core.Tests.Repair;

/// <summary>
/// What a repair makes of label.csv for an edition of the platform: it passes there, and a second repair has nothing to do.
/// </summary>
public sealed class EditionRepairTests
{
    private const DqPlatform V11 = DqPlatform.Edition11;
    private const DqPlatform V30 = DqPlatform.Edition30;

    [Theory]
    [InlineData(V30, "image001,A,1\nimage002,A,1\nimage003,A,1\nimage004,B,1\nimage005,B,1\nimage006,B,1\n", "DQ506 DQ530", null)]
    [InlineData(
        V30,
        "image001.png,A\nimage002.png,A\nimage003.png,A\nimage004.png,B\nimage005.png,B\nimage006.png,B\nimage006.png,B\n",
        "DQ528",
        "image001.png,A\nimage002.png,A\nimage003.png,A\nimage004.png,B\nimage005.png,B\nimage006.png,B\n"
    )]
    [InlineData(V30, "image001.png,A,1\nimage001.png,B,0\nimage002.png,A,0\nimage002.png,B,1\n", "DQ506", "image001.png,A\nimage002.png,B\n"
    )]
    [InlineData(V11, "image001.png,A\nimage002.png,A\nimage003.png,A\nimage004.png,B\nimage005.png,B\nimage006.png,B\n", "DQ506", null)]
    [InlineData(V30, "image001.png,NA\nimage002.png,B\n", "DQ529", "image001.png,NA_\nimage002.png,B\n")]
    [InlineData(V30, "image001.png,A,1,2,3,4\nimage002\nimage003.png\n", "DQ530 DQ531",
        "image001.png,A,1,2,3,4\nimage002.png,nothing to label,,,,\nimage003.png,nothing to label,,,,\n")]
    [InlineData(V11, "image001,A,1,2,3,4\nimage002,A,1,2,3,4\nimage003,A,1,2,3,4\nimage004\n", "DQ531",
        "image001.png,A,1,2,3,4\nimage002.png,A,1,2,3,4\nimage003.png,A,1,2,3,4\nimage004.png,nothing to label,,,,\n")]
    [InlineData(V11, "image001,A,1\nimage001,B,1\nimage002,A,1\nimage002,B,1\nimage003,A,1\nimage003,B,1\nimage004\n", "DQ531",
        "image001.png,A,1\nimage001.png,B,1\nimage002.png,A,1\nimage002.png,B,1\nimage003.png,A,1\nimage003.png,B,1\n"
        + "image004.png,A,0\nimage004.png,B,0\n")]
    [InlineData(V11, "IMAGE001,A,1\nimage001,B,1\nimage002,A,1\nimage002,B,1\nimage003,A,1\nimage003,B,1\n", "DQ513",
        "image001.png,A,1\nimage001.png,B,1\nimage002.png,A,1\nimage002.png,B,1\nimage003.png,A,1\nimage003.png,B,1\n")]
    [InlineData(V11, "image001.jpg,A,1\nimage001,B,1\nimage002,A,1\nimage002,B,1\nimage003,A,1\nimage003,B,1\n", "DQ513",
        "image001.png,A,1\nimage001.png,B,1\nimage002.png,A,1\nimage002.png,B,1\nimage003.png,A,1\nimage003.png,B,1\n")]
    [InlineData(V30, "image001.png,A,0.1,0,16.95,3\nimage002.png,nothing to label,,,,\n", "DQ515",
        "image001.png,A,0.1,0,16.9,3\nimage002.png,nothing to label,,,,\n")]
    public void A_repair_mends_for_an_edition_and_has_nothing_to_do_twice(
        DqPlatform platform, string labels, string rules, string? expected)
    {
        using TempFolder folder = new();
        string before = Datasets.ImageOnly().Text("label.csv", labels).WriteFolder(folder["before"]);
        RepairOptions options = new() { Platform = platform };
        using (RepairPlan plan = DatasetRepairer.Plan(
                before,
                folder["after.zip"],
                options,
                cancellation: TestContext.Current.CancellationToken))
        {
            Assert.Equal(rules, string.Join(' ', plan.Repairs.Select(repair => repair.RuleId).Distinct().Order(StringComparer.Ordinal)));
            DatasetRepairer.Write(plan, options, cancellation: TestContext.Current.CancellationToken);
        }

        string written = ReadLabels(folder["after.zip"]);
        Assert.Equal(expected ?? written, written);
        DqTestResult result = DatasetValidator.Validate(
            folder["after.zip"], new ValidationOptions { Platform = platform }, cancellation: TestContext.Current.CancellationToken);
        Assert.True(result.Passed, string.Join('\n', result.Issues));
        using RepairPlan again = DatasetRepairer.Plan(
            folder["after.zip"], folder["again.zip"], options, cancellation: TestContext.Current.CancellationToken);
        Assert.Empty(again.Repairs);
    }

    [Theory]
    [InlineData("")]
    [InlineData("pics/")]
    public void Images_anywhere_stay_where_they_are_and_get_valid_names(string root)
    {
        using TempFolder folder = new();
        string before = new DatasetBuilder()
            .File(root + "a/left lung.png", Datasets.Image(1))
            .File(root + "b\u200b/x.png", Datasets.Image(2))
            .File(root + "image/y.png", Datasets.Image(3))
            .Text(root + "label.csv", $"a/left lung.png,A\nb\u200b/x,B\ny.png,B\n")
            .WriteFolder(folder["before"]);
        RepairOptions options = new() { Platform = V30 };
        using (RepairPlan plan = DatasetRepairer.Plan(
                before,
                folder["after.zip"],
                options,
                cancellation: TestContext.Current.CancellationToken))
        {
            Assert.Equal(
                ["DQ204", "DQ513", "DQ530"], plan.Repairs.Select(repair => repair.RuleId).Distinct().Order(StringComparer.Ordinal));
            DatasetRepairer.Write(plan, options, cancellation: TestContext.Current.CancellationToken);
        }

        using ZipArchive archive = ZipFile.OpenRead(folder["after.zip"]);
        Assert.Equal(
            new[] { root + "a/left_lung.png", root + "b\u200b/x.png", root + "image/y.png", root + "label.csv" },
            archive.Entries.Select(entry => entry.FullName).Order(StringComparer.Ordinal));
        using StreamReader reader = new(archive.GetEntry(root + "label.csv")!.Open());
        Assert.Equal("a/left_lung.png,A\nb\u200b/x.png,B\nimage/y.png,B\n", reader.ReadToEnd());
    }

    [Fact]
    public void Masks_stay_as_they_are_and_missing_ones_are_empty()
    {
        using TempFolder folder = new();
        string real = DeepQDataset.Masks.MaskText.Encode([.. Enumerable.Repeat((byte)0xF0, 64 * 64 / 8)]);
        string labels = $"image001,A,64,64,{real}\nimage001,B,64,64,{real}\n"
            + $"image002,A,64,64,{real}\nimage002,B,64,64,{real}\nimage003,A,64,64,{real}\n";
        string before = Datasets.ImageOnly().Text("label.csv", labels).WriteFolder(folder["before"]);
        RepairOptions options = new() { Platform = V30 };
        using (RepairPlan plan = DatasetRepairer.Plan(
                before,
                folder["after.zip"],
                options,
                cancellation: TestContext.Current.CancellationToken))
        {
            DatasetRepairer.Write(plan, options, cancellation: TestContext.Current.CancellationToken);
        }

        string[] lines = ReadLabels(folder["after.zip"]).TrimEnd('\n').Split('\n');
        Assert.Equal(6, lines.Length);
        Assert.Equal($"image001.png,A,64,64,{real}", lines[0]);
        Assert.StartsWith("image003.png,B,64,64,", lines[5], StringComparison.Ordinal);
    }

    private static string ReadLabels(string zip)
    {
        using ZipArchive archive = ZipFile.OpenRead(zip);
        using StreamReader reader = new(archive.GetEntry("label.csv")!.Open());
        return reader.ReadToEnd();
    }
}
