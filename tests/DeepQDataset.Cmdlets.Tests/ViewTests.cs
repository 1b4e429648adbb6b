using DeepQDataset.Cmdlets.Tests.Engine;
using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Cmdlets.Tests;

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
        Assert.Equal("Dataset Result Layout Task Images Labels Classes Errors Warnings Information", Squeeze(run.Output[0]));
        Assert.Equal("chest accepted Labelled Classification 6 12 2 0 0 0", Squeeze(run.Output[2]));
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

    private static string Squeeze(string line) => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
