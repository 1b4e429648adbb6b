using DeepQDataset.Cmdlets.Tests.Engine;
using Xunit;

namespace DeepQDataset.Cmdlets.Tests.Output;

public sealed class ViewTests(ViewRun run) : IClassFixture<ViewRun>
{
    [Fact]
    public void A_result_is_a_row_of_a_table()
    {
        IReadOnlyList<string> lines = Lines(ViewRun.Result);

        Assert.Equal(3, lines.Count);
        Assert.Equal("Result Errors Warnings Images Classes AcceptedBy Layout Dataset", Squeeze(lines[0]));
        Assert.Equal("accepted 0 0 6 2 1.1 2.3 Labelled chest", Squeeze(lines[2]));
    }

    [Fact]
    public void Issues_take_two_lines_each_under_their_dataset_and_nothing_is_cut_off()
    {
        IReadOnlyList<string> lines = Lines(ViewRun.Issues);

        Assert.Equal(5, lines.Count);
        Assert.Equal("Dataset: stray", lines[0].Trim());
        Assert.Equal("Warning DQ111 StrayFile notes.txt", Squeeze(lines[1]));
        Assert.Equal($"Error DQ204 SpaceInName image/{ViewRun.LongName}", Squeeze(lines[3]));
        Assert.Matches(@"^ {4}\S.+\. \S.+\.$", lines[2]);
        Assert.Contains(ViewRun.LongName, lines[4], StringComparison.Ordinal);
    }

    [Fact]
    public void An_issue_in_a_file_has_its_line() =>
        Assert.Equal("Warning DQ524 BlankLine label.csv:2", Squeeze(Lines(ViewRun.IssueInFile)[1]));

    [Theory]
    [InlineData(ViewRun.Dataset, "Labelled Classification 6 12 2")]
    [InlineData(ViewRun.Image, "Png 17 24 8 1")]
    [InlineData(ViewRun.Label, "1 Class A image001")]
    [InlineData(ViewRun.Rule, "DQ503 Error Structure HeaderRow")]
    [InlineData(ViewRun.Archive, "7 6 12 0")]
    public void Every_kind_of_object_has_a_table_whose_columns_are_filled(string script, string expected) =>
        Assert.Contains(Lines(script), line => Squeeze(line).StartsWith(expected, StringComparison.Ordinal));

    [Fact]
    public void The_tally_of_several_datasets_comes_last() => Assert.Equal("2 tested, 2 accepted", Lines(ViewRun.Results)[^1]);

    private static string Squeeze(string line) => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private IReadOnlyList<string> Lines(string script)
    {
        ScriptOutput output = run.Outputs[script];
        Assert.Empty(output.Error);
        return output.Output;
    }
}
