using System.Text;
using DeepQDataset.Reporting;
using DeepQDataset.Settings;
using DeepQDataset.TestKit;
using DeepQDataset.Validation;
using Xunit;

namespace DeepQDataset.Core.Tests.Model;

/// <summary>Tests that no control character of a dataset's names reaches a terminal.</summary>
public sealed class VisibleTextTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("L\u00E4sion \u80BA", "L\u00E4sion \u80BA")]
    [InlineData("x\u001B[31m", "x<U+001B>[31m")]
    [InlineData("a\rb\u0007\u007F\u009B", "a<U+000D>b<U+0007><U+007F><U+009B>")]
    [InlineData("two\nlines", "two\nlines")]
    public void Control_characters_are_code_points(string text, string expected) => Assert.Equal(expected, VisibleText.Of(text));

    [Theory]
    [InlineData('\u001B')]
    [InlineData('\u0007')]
    [InlineData('\u009B')]
    public void Issues_and_reports_show_none(char control)
    {
        using TempFolder folder = new();
        string zip = new ZipBuilder()
            .File($"image/a{control}.png", Datasets.Image(1))
            .File($"image/b{control}.png", Datasets.Image(2))
            .File($"note{control}.txt", [1])
            .File("label.csv", Encoding.UTF8.GetBytes($"a,A{control},1\nc{control},A,1\n"))
            .Write(folder["d.zip"]);

        DqTestResult result = DatasetValidator.Validate(zip, ValidationOptions.Default, null, TestContext.Current.CancellationToken);
        string report = folder["report.csv"];
        ReportWriter.Write([result], report, overwrite: false, TestContext.Current.CancellationToken);

        Assert.Contains(result.Issues, issue => issue.RuleId == "DQ520");
        Assert.All(result.Issues, issue => Assert.DoesNotContain(control, issue.ToString()));
        Assert.All(result.Issues, issue => Assert.DoesNotContain(control, issue.Message + issue.Suggestion));
        Assert.DoesNotContain(control, File.ReadAllText(report));
    }

    [Fact]
    public void Errors_show_none() => Assert.Equal(
        "'<U+001B>[2J' is missing.", new DatasetException("Missing", DatasetErrorKind.NotFound, $"'{"\u001B[2J"}' is missing.").Message);
}
