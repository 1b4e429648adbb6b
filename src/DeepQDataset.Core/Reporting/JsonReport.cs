using System.Text.Encodings.Web;
using System.Text.Json;
using DeepQDataset.Catalog;

namespace DeepQDataset.Reporting;

/// <summary>
/// Writes one object with the version of the schema, a summary, and every dataset with its issues. Within a version, names are added but
/// never renamed or removed.
/// </summary>
internal sealed class JsonReport : IReportFormat
{
    private const int FlushBytes = 1 << 16;

    // Letters of all scripts are not escaped, since the file is UTF-8 and never part of a web page.
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <inheritdoc/>
    public string Extension => ".json";

    /// <inheritdoc/>
    public void Write(IReadOnlyList<DqTestResult> results, Stream destination, CancellationToken cancellation)
    {
        using Utf8JsonWriter writer = new(destination, Options);
        writer.WriteStartObject();
        writer.WriteNumber("version", ReportSchema.Version);
        WriteSummary(writer, results);
        writer.WriteStartArray("datasets");
        foreach (DqTestResult result in results)
        {
            WriteDataset(writer, result, cancellation);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteSummary(Utf8JsonWriter writer, IReadOnlyList<DqTestResult> results)
    {
        int accepted = results.Count(static result => result.Passed);
        writer.WriteStartObject("summary");
        writer.WriteNumber("tested", results.Count);
        writer.WriteNumber("accepted", accepted);
        writer.WriteNumber("rejected", results.Count - accepted);
        writer.WriteNumber("errors", results.Sum(static result => (long)result.Errors));
        writer.WriteNumber("warnings", results.Sum(static result => (long)result.Warnings));
        writer.WriteNumber("information", results.Sum(static result => (long)result.Information));
        writer.WriteEndObject();
    }

    private static void WriteDataset(Utf8JsonWriter writer, DqTestResult result, CancellationToken cancellation)
    {
        writer.WriteStartObject();
        writer.WriteString("dataset", result.Dataset);
        writer.WriteString("path", result.Path);
        writer.WriteBoolean("passed", result.Passed);
        writer.WriteString("layout", result.Layout.ToString());
        writer.WriteString("task", result.Task.ToString());
        writer.WriteNumber("images", result.Images);
        writer.WriteNumber("labels", result.Labels);
        writer.WriteNumber("classes", result.Classes);
        writer.WriteNumber("studies", result.Studies);
        writer.WriteNumber("series", result.Series);
        writer.WriteNumber("errors", result.Errors);
        writer.WriteNumber("warnings", result.Warnings);
        writer.WriteNumber("information", result.Information);
        writer.WriteNumber("suppressed", result.Suppressed);
        writer.WriteNumber("known", result.Known);
        writer.WriteString("level", result.Level.ToString());
        writer.WriteString("notChecked", result.NotChecked);
        writer.WriteNumber("seconds", result.Duration.TotalSeconds);
        writer.WriteStartArray("issues");
        foreach (DqIssue issue in result.Issues)
        {
            cancellation.ThrowIfCancellationRequested();
            WriteIssue(writer, issue);
            if (writer.BytesPending > FlushBytes)
            {
                writer.Flush();
            }
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteIssue(Utf8JsonWriter writer, DqIssue issue)
    {
        writer.WriteStartObject();
        writer.WriteString("ruleId", issue.RuleId);
        writer.WriteString("ruleName", issue.RuleName);
        writer.WriteString("severity", issue.Severity.ToString());
        writer.WriteString("entry", issue.Path);
        WriteNumber(writer, "line", issue.Line);
        WriteNumber(writer, "column", issue.Column);
        writer.WriteString("subject", issue.Subject);
        writer.WriteNumber("count", issue.Count);
        writer.WriteString("message", issue.Message);
        writer.WriteString("suggestion", issue.Suggestion);
        writer.WriteBoolean("repairable", issue.Repairable);
        writer.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter writer, string name, int? value)
    {
        if (value is int number)
        {
            writer.WriteNumber(name, number);
        }
        else
        {
            writer.WriteNull(name);
        }
    }
}
