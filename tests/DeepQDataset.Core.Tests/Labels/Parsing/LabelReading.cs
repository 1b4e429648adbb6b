using System.Text;
using DeepQDataset.Labels;
using DeepQDataset.Labels.Parsing;
using Xunit;

namespace DeepQDataset.Core.Tests.Labels.Parsing;

/// <summary>Reads label.csv from text and tells rows and findings as text.</summary>
internal static class LabelReading
{
    /// <summary>Reads bytes.</summary>
    public static (LabelFile File, List<LabelFinding> Findings) Read(byte[] content, params string[] images)
    {
        List<LabelFinding> findings = [];
        using MemoryStream stream = new(content);
        LabelFile file = LabelFileReader.Read(stream, findings.Add, images.Contains, TestContext.Current.CancellationToken);
        return (file, findings);
    }

    /// <summary>
    /// Expects these findings of a text, each <c>id line[:column][ ×count][ [subject]]</c>; the line is <c>-</c> for the file as a whole.
    /// </summary>
    /// <returns>The rows as <c>line image class value</c> or <c>line image class x y width height</c>.</returns>
    public static string[] Expect(string text, params string[] findings) => Expect(Encoding.UTF8.GetBytes(text), findings);

    /// <summary>Expects these findings of bytes.</summary>
    public static string[] Expect(byte[] content, params string[] findings)
    {
        (LabelFile file, List<LabelFinding> actual) = Read(content);
        Assert.Equal(findings, actual.Select(Format).ToArray());
        Assert.All(actual, finding => Assert.EndsWith(".", finding.Message, StringComparison.Ordinal));
        return file.Rows.Select(Format).ToArray();
    }

    private static string Format(LabelFinding finding) =>
        $"{finding.Rule.Id} " + (finding.Line is int line ? $"{line}" : "-") + (finding.Column is int column ? $":{column}" : "")
        + (finding.Count > 1 ? $" ×{finding.Count}" : "") + (finding.Subject is null ? "" : $" [{finding.Subject}]");

    private static string Format(LabelRow row) => row.Box is BoundingBox box
        ? FormattableString.Invariant($"{row.Line} {row.Image} {row.Class} {box.X} {box.Y} {box.Width} {box.Height}")
        : $"{row.Line} {row.Image} {row.Class} {row.Value}";
}
