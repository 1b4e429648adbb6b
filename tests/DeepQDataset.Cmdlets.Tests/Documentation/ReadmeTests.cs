using DeepQDataset.Cmdlets.Tests.Engine;
using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Cmdlets.Tests.Documentation;

/// <summary>Tests that the README shows the actual output.</summary>
public sealed class ReadmeTests(ReadmeRun run) : IClassFixture<ReadmeRun>
{
    public static IEnumerable<TheoryDataRow<int>> Lines => ReadmeRun.Examples.Select(example => new TheoryDataRow<int>(example.Line)
    {
        TestDisplayName = $"README.md:{example.Line} {example.Code.Split('\n')[0]}",
        Label = "",
    });

    [Theory]
    [MemberData(nameof(Lines))]
    public void An_example_prints_what_stands_below_it(int line)
    {
        ReadmeExample example = ReadmeRun.Examples.Single(example => example.Line == line);

        ScriptOutput output = run.Output(line);
        Assert.Equal([], output.Error);
        Assert.Equal(example.Output, output.Output);
        foreach ((string name, IReadOnlyList<string> lines) in example.Files)
        {
            Assert.Subset(run.FileLines(name).ToHashSet(StringComparer.Ordinal), lines.ToHashSet(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void There_is_an_example_for_each_task_at_least() => Assert.InRange(
        ReadmeRun.Examples.Count,
        File.ReadLines(Repository.File("README.md")).Count(line => line.StartsWith("### ", StringComparison.Ordinal)),
        100);
}
