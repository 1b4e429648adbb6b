using DeepQDataset.Settings;
using DeepQDataset.TestKit;
using DeepQDataset.Validation;
using Xunit;

namespace DeepQDataset.Core.Tests.Settings;

public sealed class SettingsTests : IDisposable
{
    private static readonly DateOnly Today = new(2026, 5, 31);

    private readonly TempFolder _folder = new();

    public SettingsTests() => Datasets.Classification()
        .Text("notes.txt", "x").Text("image/draft/plan.txt", "x").File("image/a b.png", Datasets.Image(9)).WriteFolder(_folder["set"]);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Severities_decide_what_fails()
    {
        DqTestResult result = Validate(
            new ValidationSettings
            {
                Severities = new Dictionary<string, DqSeverity>(StringComparer.Ordinal)
                {
                    ["DQ111"] = DqSeverity.Error,
                    ["DQ204"] = DqSeverity.Information,
                },
            });

        Assert.Equal((2, 0, false), (result.Errors, result.Warnings, result.Passed));
        Assert.Equal(["DQ111", "DQ111"], result.Issues.Where(issue => issue.Severity == DqSeverity.Error).Select(issue => issue.RuleId));
    }

    [Theory]
    [InlineData(null, "", 2)]
    [InlineData("notes.txt", "DQ111 image/draft/plan.txt", 1)]
    [InlineData("NOTES.*", "DQ111 image/draft/plan.txt", 1)]
    [InlineData("image/*", "DQ111 notes.txt", 1)]
    [InlineData("plan.t?t", "DQ111 notes.txt", 1)]
    [InlineData("*", "", 2)]
    [InlineData("draft", "DQ111 image/draft/plan.txt;DQ111 notes.txt", 0)]
    public void Excluded_findings_are_counted_and_nothing_else(string? path, string left, int suppressed)
    {
        DqTestResult result = Validate(new ValidationSettings { Exclusions = [new RuleExclusion(["DQ111"], path, "Reason.", null)] });

        Assert.Equal(
            left, string.Join(';', result.Issues.Where(issue => issue.RuleId == "DQ111").Select(issue => $"{issue.RuleId} {issue.Path}")));
        Assert.Equal((suppressed, 2 - suppressed), (result.Suppressed, result.Warnings));
    }

    [Fact]
    public void A_dataset_whose_errors_are_excluded_passes()
    {
        Assert.False(Validate(ValidationSettings.None).Passed);
        Assert.True(Validate(new ValidationSettings { Exclusions = [new RuleExclusion(["DQ204"], null, "Reason.", null)] }).Passed);
    }

    [Theory]
    [InlineData("2026-05-30", 0)]
    [InlineData("2026-05-31", 2)]
    [InlineData("2026-06-01", 2)]
    public void An_exclusion_counts_through_its_last_day(string expires, int suppressed)
    {
        DateOnly date = DateOnly.ParseExact(expires, "yyyy-MM-dd", null);
        Assert.Equal(
            suppressed, Validate(new ValidationSettings { Exclusions = [new RuleExclusion(["DQ111"], null, "Reason.", date)] }).Suppressed);
    }

    [Fact]
    public void Findings_about_the_dataset_as_a_whole_have_no_path_to_fit()
    {
        Datasets.ImageOnly().File("image/胸.png", Datasets.Image(9)).WriteFolder(_folder["set"]);

        Assert.Equal(0, Validate(new ValidationSettings { Exclusions = [new RuleExclusion(["DQ205"], "*", "Reason.", null)] }).Suppressed);
        Assert.Equal(1, Validate(new ValidationSettings { Exclusions = [new RuleExclusion(["DQ205"], null, "Reason.", null)] }).Suppressed);
    }

    [Fact]
    public void What_is_said_of_privacy_does_not_depend_on_what_is_excluded()
    {
        new DatasetBuilder()
            .File(
                "image/a.dcm",
                new DicomBuilder
                {
                    Rows = 16,
                    Columns = 16,
                    PatientId = "P1",
                    PatientIdentityRemoved = null,
                }.Build())
            .WriteFolder(_folder["dicom"]);
        DqTestResult result = Validate(
            "dicom", new ValidationSettings { Exclusions = [new RuleExclusion(["DQ901"], null, "Reason.", null)] });

        Assert.DoesNotContain(result.Issues, issue => issue.RuleId == "DQ901");
        Assert.StartsWith("identifying headers found", result.Privacy, StringComparison.Ordinal);
    }

    private DqTestResult Validate(ValidationSettings settings) => Validate("set", settings);

    private DqTestResult Validate(string name, ValidationSettings settings) => DatasetValidator.Validate(
        _folder[name], new ValidationOptions { Today = Today }.With(settings), cancellation: TestContext.Current.CancellationToken);
}
