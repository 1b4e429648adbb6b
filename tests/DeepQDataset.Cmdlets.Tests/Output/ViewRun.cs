using DeepQDataset.Cmdlets.Tests.Engine;
using DeepQDataset.TestKit;

namespace DeepQDataset.Cmdlets.Tests.Output;

/// <summary>One run of <c>dq</c> that shows objects of every kind.</summary>
public sealed class ViewRun : IDisposable
{
    public const string Result = "result";
    public const string Results = "results";
    public const string Issues = "issues";
    public const string IssueInFile = "issue-in-file";
    public const string Dataset = "dataset";
    public const string Image = "image";
    public const string Label = "label";
    public const string Rule = "rule";
    public const string Archive = "archive";

    private readonly TempFolder _folder = new();

    public ViewRun()
    {
        Datasets.Classification().WriteFolder(_folder["chest"]);
        Datasets.Classification().Text("label.csv", "image001,a,0\n\nimage001,b,1\n").WriteFolder(_folder["blank"]);
        Datasets.ImageOnly().File($"image/{LongName}", Datasets.Image(9)).Text("notes.txt", "x").WriteFolder(_folder["stray"]);
        Outputs = HostBatch.Run(
            _folder.FullPath,
            (Result, "Test-DqDataset chest"),
            (Results, "Test-DqDataset chest, chest"),
            (Issues, "Get-DqIssue stray"),
            (IssueInFile, "Get-DqIssue blank -RuleId DQ524"),
            (Dataset, "Get-DqDataset chest"),
            (Image, "Get-DqImage chest"),
            (Label, "Get-DqLabel chest"),
            (Rule, "Get-DqRule DQ503"),
            (Archive, "New-DqDatasetArchive chest -DestinationPath a.zip"));
    }

    /// <summary>Gets a name with an issue that is longer than any line.</summary>
    internal static string LongName { get; } = new string('a', 150) + " b.png";

    /// <summary>What each script showed.</summary>
    internal IReadOnlyDictionary<string, ScriptOutput> Outputs { get; }

    public void Dispose() => _folder.Dispose();
}
