using DeepQDataset.Settings;
using DeepQDataset.TestKit;
using DeepQDataset.Validation;
using Xunit;

namespace DeepQDataset.Core.Tests.Rules;

/// <summary>Tests a dataset as a folder and as a zip, and expects exactly the issues listed.</summary>
internal static class RuleAssert
{
    /// <summary>Expects these issues and no others, as a folder and as a zip.</summary>
    /// <param name="dataset">The dataset.</param>
    /// <param name="expected">
    /// One string an issue: <c>id path[:line[:column]][ ×count][ [subject]]</c>; the path is <c>-</c> for the dataset as a whole.
    /// </param>
    public static void Issues(DatasetBuilder dataset, params string[] expected) => Issues(dataset, ValidationOptions.Default, expected);

    /// <summary>Expects these issues and no others, as a folder and as a zip, with options.</summary>
    public static void Issues(DatasetBuilder dataset, ValidationOptions options, params string[] expected)
    {
        IssuesOfFolder(dataset, options, expected);
        IssuesOfZip(dataset, options, expected);
    }

    /// <summary>Expects these issues and no others, as a folder only.</summary>
    public static void IssuesOfFolder(DatasetBuilder dataset, ValidationOptions options, params string[] expected)
    {
        using TempFolder folder = new();
        Check(dataset.WriteFolder(folder["dataset"]), options, expected);
    }

    /// <summary>Expects these issues and no others, as a zip only.</summary>
    public static void IssuesOfZip(DatasetBuilder dataset, ValidationOptions options, params string[] expected)
    {
        using TempFolder folder = new();
        Check(dataset.WriteZip(folder["dataset.zip"]), options, expected);
    }

    /// <summary>Expects these issues and no others of what lies at a path.</summary>
    /// <returns>The result, for more to be said of it.</returns>
    public static DqTestResult Check(string path, ValidationOptions options, params string[] expected)
    {
        DqTestResult result = DatasetValidator.Validate(path, options, cancellation: TestContext.Current.CancellationToken);
        string[] actual = result.Issues.Select(Format).ToArray();
        Assert.Equal(expected.Order(StringComparer.Ordinal), actual.Order(StringComparer.Ordinal));
        Assert.All(result.Issues, issue =>
        {
            Assert.NotEmpty(issue.Message);
            Assert.NotEmpty(issue.Suggestion);
            Assert.Equal("dataset", issue.Dataset);
        });
        return result;
    }

    private static string Format(DqIssue issue)
    {
        string place = (issue.Path ?? "-") + (issue.Line is int line ? $":{line}" : "") + (issue.Column is int column ? $":{column}" : "");
        return $"{issue.RuleId} {place}"
            + (issue.Count > 1 ? $" ×{issue.Count}" : "")
            + (issue.Subject is null ? "" : $" [{issue.Subject}]");
    }
}
