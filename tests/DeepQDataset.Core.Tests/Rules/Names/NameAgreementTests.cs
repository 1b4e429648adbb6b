using CsCheck;
using DeepQDataset.Building.Planning;
using DeepQDataset.Core.Tests.Repair;
using DeepQDataset.Layout;
using DeepQDataset.Repair;
using DeepQDataset.Settings;
using DeepQDataset.TestKit;
using DeepQDataset.Text;
using DeepQDataset.Validation;
using Xunit;

namespace DeepQDataset.Core.Tests.Rules.Names;

/// <summary>Tests that repair and packing change exactly the names that rules report.</summary>
public sealed class NameAgreementTests : RepairTestBase
{
    private static readonly HashSet<string> Rules = new(StringComparer.Ordinal) { "DQ203", "DQ204", "DQ207", "DQ208" };

    private static readonly Gen<string> Short = Gen.OneOf(
        "CON", "nul", "COM1", "CONIN$", "conout$", ".", " ", "\u3000", "\t", "\u0001", ":", "|", "*", "<\u0338", "\u00AD", "\u200B",
        "\u202E", "\u0600", "\U000E0041", "e\u0301", "\u00E9", "\u80F8", "\U0001F9E0", "a", "_", "-", "'", "#");

    private static readonly Gen<string> Long =
        Gen.Select(Gen.OneOf("\u80F8", "x", "\u200B"), Gen.Int[80, 280])
            .Select(static (text, count) => string.Concat(Enumerable.Repeat(text, count)));

    private static readonly Gen<(string Before, string After)[]> Names =
        Gen.Select(Short.Array[0, 2].Select(string.Concat), Gen.OneOf(Short, Short, Short, Long).Array[0, 3].Select(string.Concat))
            .Array[40];

    private static byte[] Image => Datasets.Image(7);

    [Fact]
    public void Files() => Names.Sample(
        parts =>
        {
            string[] names =
                NamesOf(parts).Select(static name => name + ".png").Where(static name => !SystemFileNames.IsFile(name)).ToArray();
            Check(names, static name => $"image/{name}", "image/");
            foreach (string name in names)
            {
                bool isUnpackedAsIs = string.Equals(PortablePath.From(name), name, StringComparison.Ordinal);
                Assert.True(isUnpackedAsIs || PortableName.FaultsOfFile(name) != NameFaults.None, name);
            }
        },
        iter: 25,
        threads: 1);

    [Fact]
    public void Studies() => Names.Sample(
        parts => Check(
            NamesOf(parts).Select(static name => $"{name}/Series1/a.png").ToArray(),
            static name => $"image/{name[..name.IndexOf('/', StringComparison.Ordinal)]}",
            "image/"),
        iter: 25,
        threads: 1);

    /// <summary>A number in each keeps them apart, whatever becomes of the rest.</summary>
    private static IEnumerable<string> NamesOf((string Before, string After)[] parts) =>
        parts.Select(static (part, index) => $"{part.Before}{(index % 2 == 0 ? "." : "")}x{index}x{part.After}");

    private void Check(string[] names, Func<string, string> named, string folder)
    {
        DatasetBuilder dataset = new();
        foreach (string name in names)
        {
            dataset.File(folder + name, Image);
        }

        dataset.WriteZip(Folder["in.zip"]);
        ValidationOptions options = ValidationOptions.Default with { Level = DqLevel.Structure };
        DqTestResult result = DatasetValidator.Validate(Folder["in.zip"], options, cancellation: TestContext.Current.CancellationToken);
        HashSet<string> flagged =
            result.Issues.Where(issue => Rules.Contains(issue.RuleId)).Select(issue => issue.Path!).ToHashSet(StringComparer.Ordinal);
        using RepairPlan plan = Plan("in.zip", "out.zip", new RepairOptions { IncludedRules = Rules, Overwrite = true });
        Dictionary<string, string?> moved =
            plan.Map.ToDictionary(static pair => pair.Path, static pair => pair.NewPath, StringComparer.Ordinal);
        string[] packed = ImageNaming.NamesFor(names, static _ => DqImageFormat.Png, folder.Length);
        for (int index = 0; index < names.Length; index++)
        {
            string path = folder + names[index];
            bool isFlagged = flagged.Contains(named(names[index])) || flagged.Contains(path);
            bool isPackedAsIs = string.Equals(packed[index], names[index], StringComparison.Ordinal);
            Assert.True(isFlagged == moved.ContainsKey(path), $"Repair and rules disagree on {NameText.Quote(path)}.");
            Assert.True(isFlagged != isPackedAsIs, $"Packing and rules disagree on {NameText.Quote(path)}.");
            if (isFlagged)
            {
                Assert.Equal(moved[path], folder + packed[index]);
            }
        }

        Assert.DoesNotContain(plan.Remaining, issue => Rules.Contains(issue.RuleId));
    }
}
