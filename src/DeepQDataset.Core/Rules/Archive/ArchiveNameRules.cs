using DeepQDataset.Catalog;
using DeepQDataset.Sources.Zip;
using DeepQDataset.Text;

namespace DeepQDataset.Rules.Archive;

/// <summary>Checks the encoding and separators of names in a zip (DQ703, DQ705, DQ715).</summary>
internal sealed class ArchiveNameRules : ArchiveRuleFamily
{
    /// <inheritdoc/>
    protected override void Check(ValidationContext context, ZipSource zip)
    {
        int flagOnly = 0;
        string? example = null;
        foreach (ZipEntry entry in zip.Directory.Entries)
        {
            if (!entry.IsUsable)
            {
                continue;
            }

            if (entry.NameSource == ZipNameSource.Guess)
            {
                context.Issues.Report(RuleCatalog.NameNotUnicode, entry.Path, Guessed(entry, zip.Directory));
            }
            else if (entry.NameSource == ZipNameSource.UnicodeFlag)
            {
                flagOnly++;
                example ??= entry.Path;
            }

            if (entry.Name.Contains('\\', StringComparison.Ordinal))
            {
                context.Issues.Report(RuleCatalog.BackslashPath, entry.Path, $"{NameText.Quote(entry.Name)} is separated by '\\'.");
            }
        }

        if (flagOnly > 0)
        {
            string names = $"{NameText.Count(flagOnly, "name")} such as {NameText.Quote(example)} {(flagOnly == 1 ? "is" : "are")}";
            string message = $"{names} marked as Unicode by flag bit 11, without field 0x7075.";
            context.Issues.Report(RuleCatalog.UnicodeFlagOnly, null, message, count: flagOnly);
        }
    }

    private static string Guessed(ZipEntry entry, ZipDirectory directory)
    {
        string stored = entry.Record.HasUnicodeFlag ? "is marked as UTF-8 and is none" : "is not stored as Unicode";
        string name = NameText.Quote(entry.Path);
        return directory.IsGuessPlausible
            ? $"The name {stored}; by {directory.GuessedEncoding}, the likeliest, it reads {name}."
            : $"The name {stored}, and its encoding is unknown; by {directory.GuessedEncoding} it reads {name}.";
    }
}
