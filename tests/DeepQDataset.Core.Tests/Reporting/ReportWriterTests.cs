using System.Text;
using System.Text.Json;
using DeepQDataset.Reporting;
using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Core.Tests.Reporting;

public sealed class ReportWriterTests : IDisposable
{
    private const string Header = "Dataset,Path,Passed,RuleId,RuleName,Severity,Entry,Line,Column,Subject,Count,Message,Suggestion";

    private readonly TempFolder _folder = new();

    private static DqTestResult Accepted =>
        new()
        {
            Dataset = "good",
            Path = "/in/good.zip",
            Passed = true,
            Layout = DqLayout.ImageOnly,
            Images = 6,
        };

    private static DqTestResult Rejected => new()
    {
        Dataset = "胸部",
        Path = "/in/胸部",
        Errors = 1,
        Duration = TimeSpan.FromSeconds(1.5),
        Issues = new DqIssueCollection(
        [
            new DqIssue
            {
                RuleId = "DQ508", RuleName = "OneHotValue", Severity = DqSeverity.Error,
                Dataset = "胸部", Path = "label.csv", Line = 3, Column = 2,
                Subject = "Class, A", Count = 1200, Message = "The value is \"2\".", Suggestion = "Write 0 or 1.",
            },
        ]),
    };

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_csv_report_has_a_row_for_each_issue_and_one_for_a_dataset_without()
    {
        string[] lines = Csv(Rejected, Accepted);
        Assert.Equal(
            [
                Header,
                "胸部,/in/胸部,False,DQ508,OneHotValue,Error,label.csv,3,2,\"Class, A\",1200,\"The value is \"\"2\"\".\",Write 0 or 1.",
                "good,/in/good.zip,True,,,,,,,,,,",
            ],
            lines);
    }

    [Fact]
    public void A_csv_report_starts_with_a_byte_order_mark_that_makes_Excel_read_utf_8()
    {
        Csv(Rejected);
        Assert.Equal<byte>([0xEF, 0xBB, 0xBF, (byte)'D'], File.ReadAllBytes(_folder["report.csv"])[..4]);
    }

    [Fact]
    public void What_was_not_checked_is_said()
    {
        string[] lines = Csv(new DqTestResult { Dataset = "d", Path = "/d", NotChecked = "LabelMe is not checked yet." });
        Assert.Equal([Header, "d,/d,False,,,,,,,,,LabelMe is not checked yet.,"], lines);
    }

    [Theory]
    [InlineData("=1+1", "\"'=1+1\"")]
    [InlineData("+1", "\"'+1\"")]
    [InlineData("-a.png", "\"'-a.png\"")]
    [InlineData("@SUM(A1)", "\"'@SUM(A1)\"")]
    public void No_field_is_a_formula_to_a_spreadsheet(string subject, string expected)
    {
        DqIssue issue = new() { RuleId = "DQ527", Subject = subject };
        string[] lines = Csv(new DqTestResult { Dataset = "d", Path = "/d", Issues = new DqIssueCollection([issue]) });
        Assert.Contains($",{expected},", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_json_report_has_a_version_a_summary_and_each_dataset_with_its_issues()
    {
        ReportWriter.Write([Rejected, Accepted], _folder["report.json"], overwrite: false, TestContext.Current.CancellationToken);
        string text = File.ReadAllText(_folder["report.json"]);
        Assert.Contains("\"胸部\"", text, StringComparison.Ordinal);
        using JsonDocument report = JsonDocument.Parse(text);
        Assert.Equal(1, report.RootElement.GetProperty("version").GetInt32());
        Assert.Equal(
            """{"tested":2,"accepted":1,"rejected":1,"errors":1,"warnings":0,"information":0}""",
            Compact(report.RootElement.GetProperty("summary")));
        JsonElement rejected = report.RootElement.GetProperty("datasets")[0];
        Assert.Equal(
            (1.5, "None", false),
            (
                rejected.GetProperty("seconds").GetDouble(),
                rejected.GetProperty("task").GetString(),
                rejected.GetProperty("passed").GetBoolean()));
        JsonElement issue = rejected.GetProperty("issues")[0];
        Assert.Equal(
            ("Error", 3, 1200),
            (issue.GetProperty("severity").GetString(), issue.GetProperty("line").GetInt32(), issue.GetProperty("count").GetInt32()));
        Assert.Equal(0, report.RootElement.GetProperty("datasets")[1].GetProperty("issues").GetArrayLength());
    }

    [Fact]
    public void An_extension_that_is_no_format_is_refused_and_the_known_ones_are_named()
    {
        DatasetException exception = Assert.Throws<DatasetException>(() =>
            ReportWriter.Write([Accepted], _folder["report.pdf"], overwrite: false, TestContext.Current.CancellationToken));
        Assert.Equal("UnknownReportFormat", exception.ErrorId);
        Assert.Contains(".csv, .json", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_existing_report_is_replaced_only_when_asked()
    {
        Csv(Accepted);
        Assert.Equal("DestinationExists", Assert.Throws<DatasetException>(() => Csv(Accepted)).ErrorId);
        ReportWriter.Write([], _folder["report.csv"], overwrite: true, TestContext.Current.CancellationToken);
        Assert.Equal(Header + "\r\n", File.ReadAllText(_folder["report.csv"]));
    }

    private static string Compact(JsonElement element)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream))
        {
            element.WriteTo(writer);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private string[] Csv(params DqTestResult[] results)
    {
        ReportWriter.Write(results, _folder["report.csv"], overwrite: false, TestContext.Current.CancellationToken);
        return File.ReadAllLines(_folder["report.csv"]);
    }
}
