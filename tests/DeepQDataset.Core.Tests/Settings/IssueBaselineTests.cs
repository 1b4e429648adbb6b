using DeepQDataset.Reporting;
using DeepQDataset.Settings;
using DeepQDataset.TestKit;
using DeepQDataset.Validation;
using Xunit;

namespace DeepQDataset.Core.Tests.Settings;

public sealed class IssueBaselineTests : IDisposable
{
    private const string Labels = "image001,A,1\nimage002,A,1\nimage003,A,1\n";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_dataset_with_known_findings_only_passes()
    {
        DatasetBuilder dataset = Datasets.Classification().File("image/a b.png", Datasets.Image(9)).Text("notes.txt", "x");
        DqTestResult result = Retest(dataset, dataset);

        Assert.True(result.Passed);
        Assert.Equal((0, 0, 0), (result.Errors, result.Warnings, result.Information));
        Assert.Equal(3, result.Known); // DQ111, DQ204, DQ520
        Assert.Empty(result.Issues);
    }

    [Fact]
    public void New_findings_count()
    {
        DatasetBuilder before = Datasets.Classification().Text("notes.txt", "x");
        Assert.Equal(["DQ111 more.txt"], New(before, Datasets.Classification().Text("notes.txt", "x").Text("more.txt", "x")));
    }

    [Fact]
    public void What_was_mended_is_no_problem() =>
        Assert.Empty(New(Datasets.Classification().Text("notes.txt", "x"), Datasets.Classification()));

    [Theory]
    [InlineData("image004,A,x\n", "image005,A,1\nimage006,A,1\nimage004,A,x\n", "")] // lines were put in above
    [InlineData("image004,A,x\n", "image004,A,y\n", "DQ508 label.csv:4")] // another bad value in its place
    [InlineData("image004,A,x\n", "image004,A,x\nimage005,A,x\n", "DQ508 label.csv:5")] // the same once more
    [InlineData("image004,A,x\nimage005,A,x\n", "image005,A,x\n", "")]
    [InlineData("\nimage004,A,1\n", "image004,A,1\n\nimage005,A,1\n", "")] // 'Line 4 is blank' has become line 5
    [InlineData("nobody,A,1\n", "image004,A,1\nnobody,A,1\nnobody,B,1\n", "")] // one finding for a name, however many lines it has
    [InlineData("nobody,A,1\n", "someone,A,1\n", "DQ513 label.csv:4")]
    public void Lines_may_move_but_what_a_finding_is_about_may_not(string before, string after, string expected)
    {
        string[] found = New(
                Datasets.ImageOnly().Text("label.csv", Labels + before),
                Datasets.ImageOnly().Text("label.csv", Labels + after))
            .Where(issue =>
                issue.StartsWith("DQ508", StringComparison.Ordinal)
                || issue.StartsWith("DQ513", StringComparison.Ordinal)
                || issue.StartsWith("DQ524", StringComparison.Ordinal))
            .ToArray();
        Assert.Equal(expected, string.Join(';', found));
    }

    [Fact]
    public void A_class_that_is_known_to_be_small_stays_known_when_its_number_changes() => Assert.DoesNotContain(
        New(
            Datasets.ImageOnly().Text("label.csv", Labels + "image004,B,1\n"),
            Datasets.ImageOnly().Text("label.csv", Labels + "image004,B,1\nimage005,B,1\n")),
        issue => issue.StartsWith("DQ601", StringComparison.Ordinal));

    [Fact]
    public void Another_dataset_is_another_matter()
    {
        string report = Report(Validate(Datasets.Classification().Text("notes.txt", "x").WriteFolder(_folder["one"]), baseline: null));
        DqTestResult other = Validate(Datasets.Classification().Text("notes.txt", "x").WriteFolder(_folder["two"]), Read(report));

        Assert.Equal((0, 1), (other.Known, other.Warnings));
    }

    [Fact]
    public void One_baseline_serves_many_tests()
    {
        string path = Datasets.Classification().Text("notes.txt", "x").WriteFolder(_folder["set"]);
        IssueBaseline baseline = Read(Report(Validate(path, baseline: null)));

        Assert.Equal(1, baseline.Count);
        Assert.Equal(1, Validate(path, baseline).Known);
        Assert.Equal(1, Validate(path, baseline).Known);
    }

    [Fact]
    public void What_the_settings_exclude_is_not_counted_as_known()
    {
        string path = Datasets.Classification().Text("notes.txt", "x").WriteFolder(_folder["set"]);
        ValidationOptions options = new ValidationOptions { Baseline = Read(Report(Validate(path, baseline: null))) }
            .With(new ValidationSettings { Exclusions = [new RuleExclusion(["DQ111"], null, "Reason.", null)] });
        DqTestResult result = DatasetValidator.Validate(path, options, cancellation: TestContext.Current.CancellationToken);

        Assert.Equal((1, 0), (result.Suppressed, result.Known));
    }

    [Theory]
    [InlineData("Dataset,Path\n", "line 1, column 1")]
    [InlineData("", "the text is incomplete")]
    [InlineData("[]", "line 1, column 1 should be an object")]
    [InlineData("{}", "it has no 'version'")]
    [InlineData("""{"version":1}""", "it has no 'datasets'")]
    [InlineData("""{"version":2,"datasets":[]}""", "its version is not 1")]
    [InlineData("""{"version":"1","datasets":[]}""", "its version is not 1")]
    [InlineData("""{"version":1,"datasets":{}}""", "column 25 should be a list")]
    [InlineData("""{"version":1,"datasets":[{"issues":[]}]}""", "a dataset in it has no name")]
    [InlineData("""{"version":1,"datasets":[{"dataset":7,"issues":[]}]}""", "should be a text")]
    [InlineData("""{"version":1,"datasets":[{"dataset":"a","issues":[{"entry":"b"}]}]}""", "an issue in it has no 'ruleId'")]
    [InlineData("""{"version":1,"datasets":[]} {}""", "line 1, column 29")]
    [InlineData("""{"version":1,"datasets":[{"dataset":"a"}""", "the text is incomplete")]
    public void What_is_no_report_of_ours_is_a_clear_error(string text, string expected)
    {
        File.WriteAllText(_folder["known.json"], text);
        DatasetException exception = Assert.Throws<DatasetException>(() => Read(_folder["known.json"]));

        Assert.Equal("InvalidBaseline", exception.ErrorId);
        Assert.Contains(_folder["known.json"], exception.Message, StringComparison.Ordinal);
        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_later_version_adds_is_passed_over_in_whatever_order()
    {
        File.WriteAllText(_folder["known.json"], """
            {
              "new": {"a":[1,{"b":null}]},
              "datasets": [{
                "issues": [{"extra":[],"subject":null,"line":4,"message":"m","ruleId":"DQ111","entry":"notes.txt"}],
                "dataset": "set"
              }],
              "version": 1
            }
            """);
        DqTestResult result = Validate(
            Datasets.Classification().Text("notes.txt", "x").WriteFolder(_folder["set"]), Read(_folder["known.json"]));

        Assert.Equal(1, result.Known);
    }

    private static IssueBaseline Read(string path) => IssueBaseline.Read(path, TestContext.Current.CancellationToken);

    private IEnumerable<string> New(DatasetBuilder before, DatasetBuilder after) =>
        Retest(before, after).Issues.Select(issue => $"{issue.RuleId} {issue.Path}{(issue.Line is int line ? $":{line}" : "")}");

    private DqTestResult Retest(DatasetBuilder before, DatasetBuilder after)
    {
        string report = Report(Validate(before.WriteFolder(_folder["before/set"]), baseline: null));
        return Validate(after.WriteFolder(_folder["after/set"]), Read(report));
    }

    private string Report(DqTestResult result)
    {
        string path = _folder["report.json"];
        ReportWriter.Write([result], path, overwrite: true, TestContext.Current.CancellationToken);
        return path;
    }

    private static DqTestResult Validate(string path, IssueBaseline? baseline) =>
        DatasetValidator.Validate(path, new ValidationOptions { Baseline = baseline }, cancellation: TestContext.Current.CancellationToken);
}
