using System.Globalization;
using DeepQDataset.Catalog;
using DeepQDataset.Sources.Zip;
using DeepQDataset.Text;

namespace DeepQDataset.Rules.Archive;

/// <summary>Checks the zip as a whole: whether it is valid, its name and size, and bytes around it (DQ701, DQ712, DQ713, DQ716).</summary>
internal sealed class ArchiveRules : ArchiveRuleFamily
{
    /// <summary>The maximum number of bytes and entries that a zip without zip64 can have.</summary>
    private const long PlainBytes = uint.MaxValue;
    private const int PlainEntries = ushort.MaxValue;

    /// <inheritdoc/>
    protected override void Check(ValidationContext context, ZipSource zip)
    {
        ZipDirectory directory = zip.Directory;
        if (directory.Failure is ZipFailure failure)
        {
            string message = string.Create(
                CultureInfo.InvariantCulture, $"The file is not a readable zip: {failure.Detail} (at byte {failure.Offset}).");
            context.Issues.Report(RuleCatalog.NotAZip, null, message);
            return;
        }

        CheckName(zip.Name, context.Issues);
        CheckSize(directory, context.Issues);
        CheckExtraBytes(directory, context.Issues);
    }

    /// <summary>Returns the problem of a dataset's name, as a clause; null if there is none (DQ712).</summary>
    internal static string? ProblemOfName(string name) =>
        name.EndsWith(".zip", StringComparison.OrdinalIgnoreCase) ? "ends with '.zip' twice"
        : name.Trim().Length == 0 ? "has nothing before '.zip'"
        : char.IsWhiteSpace(name[0]) || char.IsWhiteSpace(name[^1]) ? "has white space at its end or start"
        : name.Any(char.IsControl) ? "has a control character in it"
        : null;

    private static void CheckName(string name, IssueSink issues)
    {
        if (ProblemOfName(name) is string problem)
        {
            issues.Report(RuleCatalog.DatasetName, null, $"The zip's name makes the dataset {NameText.Quote(name)}, which {problem}.");
        }
    }

    private static void CheckSize(ZipDirectory directory, IssueSink issues)
    {
        if (directory.FileLength > PlainBytes)
        {
            double gibibytes = directory.FileLength / (double)(1L << 30);
            issues.Report(
                RuleCatalog.LargeArchive,
                null,
                string.Create(CultureInfo.InvariantCulture, $"The zip has {gibibytes:0.0} GiB; a plain zip ends at 4 GiB."));
        }
        else if (directory.Entries.Count > PlainEntries)
        {
            string message = string.Create(
                CultureInfo.InvariantCulture, $"The zip has {directory.Entries.Count} entries; a plain zip ends at {PlainEntries}.");
            issues.Report(RuleCatalog.LargeArchive, null, message);
        }
    }

    private static void CheckExtraBytes(ZipDirectory directory, IssueSink issues)
    {
        string? where = (directory.LeadingBytes, directory.TrailingBytes) switch
        {
            (0, 0) => null,
            (long leading, 0) => string.Create(CultureInfo.InvariantCulture, $"{leading} before its first record"),
            (0, long trailing) => string.Create(CultureInfo.InvariantCulture, $"{trailing} after its last record"),
            (long leading, long trailing) => string.Create(
                CultureInfo.InvariantCulture, $"{leading} before its first record and {trailing} after its last"),
        };
        if (where is not null)
        {
            issues.Report(RuleCatalog.ExtraBytes, null, $"The file holds bytes that are not part the zip: {where}.");
        }
    }
}
