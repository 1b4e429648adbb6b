using DeepQDataset.Cmdlets.Tests.Engine;
using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Cmdlets.Tests.Output;

public sealed class ViewTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_result_is_a_row_of_a_table()
    {
        Datasets.Classification().WriteFolder(_folder["chest"]);
        HostOutput run = HostProcess.Run(_folder.FullPath, "Test-DqDataset", "chest");

        Assert.Equal(3, run.Output.Count);
        Assert.Equal("Result Errors Warnings Images Classes AcceptedBy Layout Dataset", Squeeze(run.Output[0]));
        Assert.Equal("accepted 0 0 6 2 1.1 2.3 Labelled chest", Squeeze(run.Output[2]));
    }

    [Fact]
    public void Issues_take_two_lines_each_under_their_dataset_and_nothing_is_cut_off()
    {
        string name = new string('a', 150) + " b.png";
        Datasets.ImageOnly().File($"image/{name}", Datasets.Image(9)).Text("notes.txt", "x").WriteFolder(_folder["chest"]);
        HostOutput run = HostProcess.Run(_folder.FullPath, "Get-DqIssue", "chest");

        Assert.Equal(5, run.Output.Count);
        Assert.Equal("Dataset: chest", run.Output[0].Trim());
        Assert.Equal("Warning DQ111 StrayFile notes.txt", Squeeze(run.Output[1]));
        Assert.Equal($"Error DQ204 SpaceInName image/{name}", Squeeze(run.Output[3]));
        Assert.Matches(@"^ {4}\S.+\. \S.+\.$", run.Output[2]);
        Assert.Contains(name, run.Output[4], StringComparison.Ordinal);
    }

    [Fact]
    public void An_issue_in_a_file_has_its_line()
    {
        Datasets.Classification().Text("label.csv", "image001,a,0\n\nimage001,b,1\n").WriteFolder(_folder["chest"]);
        HostOutput run = HostProcess.Run(_folder.FullPath, "Get-DqIssue", "chest", "-RuleId", "DQ524");

        Assert.Equal("Warning DQ524 BlankLine label.csv:2", Squeeze(run.Output[1]));
    }

    [Theory]
    [InlineData("Get-DqDataset chest", "Labelled Classification 6 12 2")]
    [InlineData("Get-DqImage chest", "Png 17 24 8 1")]
    [InlineData("Get-DqLabel chest", "1 Class A image001")]
    [InlineData("Get-DqRule DQ503", "DQ503 Error Structure HeaderRow")]
    [InlineData("New-DqDatasetArchive chest -DestinationPath a.zip", "7 6 12 0")]
    public void Every_kind_of_object_has_a_table_whose_columns_are_filled(string script, string expected)
    {
        Datasets.Classification().WriteFolder(_folder["chest"]);
        HostOutput run = HostProcess.Run(_folder.FullPath, "-Command", script);

        Assert.Contains(run.Output, line => Squeeze(line).StartsWith(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void The_tally_of_several_datasets_comes_last()
    {
        Datasets.Classification().WriteFolder(_folder["chest"]);
        Assert.Equal("2 tested, 2 accepted", HostProcess.Run(_folder.FullPath, "Test-DqDataset", "chest", "chest").Output[^1]);
    }

    private static string Squeeze(string line) => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
