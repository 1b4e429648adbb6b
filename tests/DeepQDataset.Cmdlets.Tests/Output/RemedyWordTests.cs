using DeepQDataset.Cmdlets.Tests.Engine;
using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Cmdlets.Tests.Output;

/// <summary>What to do is said in commands and parameters, wherever it comes from.</summary>
public sealed class RemedyWordTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly PowerShellSession _session;

    public RemedyWordTests() => _session = new PowerShellSession(_folder.FullPath);

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("(Get-DqRule DQ111).Remedy", "Take the file out of the dataset; Repair-DqDataset leaves it out.")]
    [InlineData("(Get-DqRule)[10].Remedy", "Take the file out of the dataset; Repair-DqDataset leaves it out.")]
    [InlineData("(Get-DqIssue set -RuleId DQ111).Suggestion", "Take the file out of the dataset; Repair-DqDataset leaves it out.")]
    [InlineData("(Test-DqDataset set).Issues[0].Suggestion", "Take the file out of the dataset; Repair-DqDataset leaves it out.")]
    public void Remedies_name_commands(string command, string expected)
    {
        Datasets.ImageOnly().Text("notes.txt", "mine").WriteFolder(_folder["set"]);
        Assert.Equal([expected], _session.Run(command).Texts);
    }

    [Fact]
    public void Suggestions_name_commands_with_quoted_paths()
    {
        Directory.CreateDirectory(_folder["it's [new]"]);
        Datasets.ImageOnly().WriteZip(_folder["it's [new]/a.zip"]);
        string expected = Path.Combine(_folder.FullPath, "it''s `[new`]", "*.zip");
        CommandOutput output = _session.Run("(Test-DqDataset -LiteralPath \"it's [new]\").Issues[0].Suggestion");
        Assert.Equal([$"Test the zips in it: Test-DqDataset '{expected}'"], output.Texts);
    }

    [Fact]
    public void Errors_name_parameters()
    {
        new DatasetBuilder().File("images/a.png", Datasets.Image(1)).Text("labels/a.txt", "0 0.5 0.5 0.2 0.2").WriteFolder(_folder["yolo"]);
        string message = Assert.Single(_session.Run("ConvertFrom-DqYolo yolo").Errors).Exception.Message;
        Assert.EndsWith("Give them with -ClassName.", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Warnings_of_losses_name_parameters()
    {
        new DatasetBuilder()
            .File("a.png", Datasets.Image(1))
            .Text("a.json", """{"version":"5","flags":{"blurred":true},"shapes":[],"imagePath":"a.png","imageData":null}""")
            .WriteFolder(_folder["labelme"]);
        string warning = Assert.Single(_session.Run("ConvertFrom-DqLabelMe labelme").Warnings);
        Assert.Contains("-FlagsAsLabels makes a class of it", warning, StringComparison.Ordinal);
    }
}
