using System.Globalization;
using CsvHelper;

namespace DeepQDataset.Reporting;

/// <summary>
/// Writes one row for each issue, for spreadsheets and <c>Import-Csv</c>. A dataset without an issue has one row, too, so that a nightly
/// report shows that it was tested. The file is UTF-8 with a byte order mark, without which Excel misreads other scripts. A text that a
/// spreadsheet would run as a formula is prefixed with <c>'</c>, and control characters are shown as code points. (label.csv has none of
/// this, since a program reads it.)
/// </summary>
internal sealed class CsvReport : IReportFormat
{
    private static readonly CsvWriterOptions Options = new() { WriteByteOrderMark = true, Injection = CsvInjection.Escape };

    private static readonly string[] Columns =
    [
        "Dataset",
        "Path",
        "Passed",
        "RuleId",
        "RuleName",
        "Severity",
        "Entry",
        "Line",
        "Column",
        "Subject",
        "Count",
        "Message",
        "Suggestion",
    ];

    /// <inheritdoc/>
    public string Extension => ".csv";

    /// <inheritdoc/>
    public void Write(IReadOnlyList<DqTestResult> results, Stream destination, CancellationToken cancellation)
    {
        using CsvWriter writer = CsvWriter.Create(destination, Options, leaveOpen: true);
        writer.WriteHeader(Columns);
        foreach (DqTestResult result in results)
        {
            foreach (DqIssue issue in result.Issues)
            {
                cancellation.ThrowIfCancellationRequested();
                WriteDataset(writer, result);
                WriteIssue(writer, issue);
            }

            if (result.Issues.Count == 0 || result.NotChecked is not null)
            {
                WriteDataset(writer, result);
                WriteNoIssue(writer, result.NotChecked ?? "");
            }
        }
    }

    private static void WriteDataset(CsvWriter writer, DqTestResult result)
    {
        writer.WriteField(Visible(result.Dataset));
        writer.WriteField(Visible(result.Path));
        writer.WriteField(result.Passed ? "True" : "False");
    }

    private static void WriteIssue(CsvWriter writer, DqIssue issue)
    {
        writer.WriteField(issue.RuleId);
        writer.WriteField(issue.RuleName);
        writer.WriteField(issue.Severity.ToString());
        writer.WriteField(Visible(issue.Path));
        writer.WriteField(issue.Line);
        writer.WriteField(issue.Column);
        writer.WriteField(Visible(issue.Subject));
        writer.WriteField(issue.Count.ToString(CultureInfo.InvariantCulture));
        writer.WriteField(issue.Message);
        writer.WriteField(issue.Suggestion);
        writer.EndRecord();
    }

    private static string? Visible(string? name) => name is null ? null : VisibleText.Of(name);

    private static void WriteNoIssue(CsvWriter writer, string message)
    {
        for (int column = 3; column < Columns.Length; column++)
        {
            writer.WriteField(column == Array.IndexOf(Columns, "Message") ? message : "");
        }

        writer.EndRecord();
    }
}
