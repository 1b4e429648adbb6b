using DeepQDataset.Catalog;
using DeepQDataset.Commands.Output;
using DeepQDataset.Conversion;
using DeepQDataset.Settings;
using DeepQDataset.TestKit;
using DeepQDataset.Validation;
using Xunit;

namespace DeepQDataset.Core.Tests.Model;

/// <summary>Messages name actions, which are said in plain words or in those of a program.</summary>
public sealed class RemedyTextTests
{
    public static TheoryData<RemedyAction> Actions => new(Enum.GetValues<RemedyAction>());

    [Fact]
    public void An_action_is_said_in_plain_words_or_in_those_of_a_program()
    {
        RemedyText text = $"'{"a.zip"}' has {1.5} MB; {Remedy.Of(RemedyAction.Overwrite)} replaces it.";

        Assert.Equal("'a.zip' has 1.5 MB; the option to overwrite replaces it.", text.ToString());
        Assert.Equal("'a.zip' has 1.5 MB; --force replaces it.", text.ToString(static _ => "--force"));
        Assert.Equal([RemedyAction.Overwrite], text.Actions);
    }

    [Fact]
    public void A_sentence_begins_with_a_capital()
    {
        RemedyText text =
            $"{Remedy.Of(RemedyAction.Repair)} helps, but {Remedy.Of(RemedyAction.Validate)} says more. "
            + $"{Remedy.Of(RemedyAction.Validate)} ends it.";
        Assert.Equal("A repair helps, but validation says more. Validation ends it.", text.ToString());
    }

    [Fact]
    public void A_text_keeps_its_actions_in_another()
    {
        RemedyText inner = $"use {Remedy.Of(RemedyAction.ValidateFolders, "/data")}";
        RemedyText outer = $"No: {inner}, or {Remedy.Of(RemedyAction.Repair)}";
        outer.AppendFormatted(inner);

        Assert.Equal("No: use [ValidateFolders /data], or [Repair ]use [ValidateFolders /data]", outer.ToString(Bracketed));
        Assert.Equal("use [ValidateFolders /data]", inner.ToString(Bracketed));

        static string Bracketed(Remedy remedy) => $"[{remedy.Action} {remedy.Argument}]";
    }

    /// <summary>Words of a program that equal the plain ones mean that it has none.</summary>
    [Theory]
    [MemberData(nameof(Actions))]
    public void Every_action_has_words_in_plain_and_for_PowerShell(RemedyAction action)
    {
        Remedy remedy = Remedy.Of(action, "/data");
        string plain = remedy.ToString();
        string commands = RemedyWords.Of(remedy);

        Assert.DoesNotMatch("-[A-Z]", plain);
        Assert.Matches("-[A-Z]|^[A-Z][a-z]+-[A-Z]", commands);
    }

    [Fact]
    public void A_pattern_for_the_folders_in_one_is_quoted_for_PowerShell() => Assert.Equal(
        $"Test-DqDataset '/o''neill/`[1`]`*{Path.DirectorySeparatorChar}*.zip'",
        RemedyWords.Of(Remedy.Of(RemedyAction.ValidateArchives, "/o'neill/[1]*")));

    [Fact]
    public void An_exception_is_worded_and_stays_the_same_otherwise()
    {
        IOException cause = new();
        DatasetException exception = new(
            "DestinationExists",
            DatasetErrorKind.AlreadyExists,
            $"'x' exists already; {Remedy.Of(RemedyAction.Overwrite)} replaces it.",
            "x",
            cause);
        DatasetException worded = exception.Worded(RemedyWords.Of);

        Assert.Equal("'x' exists already; the option to overwrite replaces it.", exception.Message);
        Assert.Equal("'x' exists already; -Force replaces it.", worded.Message);
        Assert.Equal((exception.ErrorId, exception.Kind, exception.Target), (worded.ErrorId, worded.Kind, worded.Target));
        Assert.Same(cause, worded.InnerException);
    }

    [Fact]
    public void A_rule_is_worded_and_stays_the_same_otherwise()
    {
        DqRule worded = RuleCatalog.StrayFile.Worded(RemedyWords.Of);

        Assert.Equal("Take the file out of the dataset; a repair leaves it out.", RuleCatalog.StrayFile.Remedy);
        Assert.Equal("Take the file out of the dataset; Repair-DqDataset leaves it out.", worded.Remedy);
        Assert.Equal((RuleCatalog.StrayFile.Id, RuleCatalog.StrayFile.Summary), (worded.Id, worded.Summary));
    }

    [Theory]
    [InlineData(false, "Take the file out of the dataset; a repair leaves it out.")]
    [InlineData(true, "Take the file out of the dataset; Repair-DqDataset leaves it out.")]
    public void Issues_are_worded_as_the_options_say(bool isWorded, string expected)
    {
        using TempFolder folder = new();
        Datasets.ImageOnly().Text("notes.txt", "mine").WriteFolder(folder["set"]);
        ValidationOptions options = new() { Wording = isWorded ? RemedyWords.Of : null };

        DqIssueCollection issues = DatasetValidator
            .Validate(folder["set"], options, cancellation: TestContext.Current.CancellationToken)
            .Issues;
        Assert.Equal(expected, Assert.Single(issues, issue => issue.RuleId == "DQ111").Suggestion);
    }

    [Theory]
    [InlineData(false, "1 thing was lost; the option to overwrite helps")]
    [InlineData(true, "1 thing was lost; -Force helps")]
    public void Losses_are_worded_as_the_log_says(bool isWorded, string expected)
    {
        ConversionLog log = new() { Wording = isWorded ? RemedyWords.Of : null };
        ConversionReason lost = new("Lost", $"thing was lost; {Remedy.Of(RemedyAction.Overwrite)} helps", "things were lost");
        log.Add(lost, "file", null, "it");
        Assert.Equal(expected, log.Summarize());
    }
}
