using System.Collections;
using System.Globalization;
using System.IO.Enumeration;
using DeepQDataset.Catalog;

namespace DeepQDataset.Settings;

/// <summary>
/// Creates settings from the plain data of a settings file: tables by name, lists, strings and numbers. Unknown content is an error, so
/// that settings are never applied partially.
/// </summary>
public static class SettingsReader
{
    private const string Severity = "Severity";
    private const string Exclude = "Exclude";
    private const string Thresholds = "Thresholds";
    private const string Platform = "Platform";

    private static readonly string[] ThresholdKeys =
    [
        nameof(ValidationSettings.MaximumImbalance),
        nameof(ValidationSettings.MaximumTotalBytes),
        nameof(ValidationSettings.MaximumEntryBytes),
        nameof(ValidationSettings.MaximumRatio),
        nameof(ValidationSettings.MaximumArchiveBytes),
    ];

    /// <summary>Reads settings.</summary>
    /// <param name="data">The table of the file.</param>
    /// <param name="file">The path of the file, for messages.</param>
    /// <exception cref="DatasetException">
    /// A key is unknown, a value is not allowed, or a reason is missing; the message names the file, the key and what is allowed.
    /// </exception>
    public static ValidationSettings Read(IDictionary data, string file)
    {
        ArgumentNullException.ThrowIfNull(data);
        SettingsTable root = SettingsTable.Of(data, "", file, [Severity, Exclude, Thresholds, Platform]);
        SettingsTable? thresholds = root.Table(Thresholds, ThresholdKeys, key =>
            key.Equals(nameof(ValidationOptions.MinimumClassImages), StringComparison.OrdinalIgnoreCase)
                ? "is the platform's own and cannot be set: a class with fewer than 3 images makes it reject the dataset (DQ601)"
                : null);
        return new ValidationSettings
        {
            Platform = ReadPlatform(root),
            Severities = ReadSeverities(root),
            Exclusions = ReadExclusions(root),
            MaximumImbalance = thresholds?.Number(nameof(ValidationSettings.MaximumImbalance), minimum: 1),
            MaximumTotalBytes = thresholds?.WholeNumber(nameof(ValidationSettings.MaximumTotalBytes)),
            MaximumEntryBytes = thresholds?.WholeNumber(nameof(ValidationSettings.MaximumEntryBytes)),
            MaximumRatio = thresholds?.WholeNumber(nameof(ValidationSettings.MaximumRatio)),
            MaximumArchiveBytes = thresholds?.WholeNumber(nameof(ValidationSettings.MaximumArchiveBytes)),
        };
    }

    /// <summary>Creates the error for invalid settings.</summary>
    /// <param name="file">The file.</param>
    /// <param name="fault">The problem, as a clause.</param>
    public static DatasetException Invalid(string file, RemedyText fault) =>
        new("InvalidSettings", DatasetErrorKind.InvalidData, $"The settings in '{file}' cannot be used: {fault}.", file);

    private static DqPlatform? ReadPlatform(SettingsTable root) => root.TextOrNumber(Platform) is not string name ? null
        : DqPlatformName.TryParse(name, out DqPlatform platform) ? platform
        : throw root.Error(Platform, $"is '{name}'; allowed: {string.Join(", ", DqPlatformName.All.Select(static known => $"'{known}'"))}");

    private static Dictionary<string, DqSeverity> ReadSeverities(SettingsTable root)
    {
        Dictionary<string, DqSeverity> severities = new(StringComparer.Ordinal);
        if (root.Table(Severity, keys: null) is not SettingsTable table)
        {
            return severities;
        }

        foreach (string key in table.Keys)
        {
            if (!RuleCatalog.TryFind(key, out DqRule? rule))
            {
                throw table.Error(key, $"is not a rule; {Remedy.Of(RemedyAction.ListRules)} lists the ids and names that are allowed");
            }

            if (!severities.TryAdd(rule.Id, table.Choice<DqSeverity>(key)))
            {
                throw table.Error(key, $"says the severity of {rule.Id} a second time");
            }
        }

        return severities;
    }

    private static List<RuleExclusion> ReadExclusions(SettingsTable root)
    {
        List<RuleExclusion> exclusions = [];
        foreach (SettingsTable item in root.Tables(Exclude, ["Rule", "Path", "Reason", "Expires"]))
        {
            exclusions.Add(new RuleExclusion(
                ReadRules(item),
                item.Text("Path")?.Replace('\\', '/'),
                item.Text("Reason") ?? throw item.Error("Reason", "is missing: say why these findings do not count"),
                ReadDate(item)));
        }

        return exclusions;
    }

    private static List<string> ReadRules(SettingsTable item)
    {
        List<string> ids = [];
        foreach (string pattern in item.Texts("Rule"))
        {
            int before = ids.Count;
            ids.AddRange(RuleCatalog.All
                .Where(rule => Fits(pattern, rule.Id) || Fits(pattern, rule.Name))
                .Select(rule => rule.Id));
            if (ids.Count == before)
            {
                throw item.Error(
                    "Rule",
                    $"has '{pattern}', which is not a rule; "
                        + $"{Remedy.Of(RemedyAction.ListRules)} lists the ids and names that are allowed, and * and ? are wildcards");
            }
        }

        return ids.Count > 0 ? ids : throw item.Error("Rule", "is missing: name one rule or several, by id or name");
    }

    private static bool Fits(string pattern, string name) => FileSystemName.MatchesSimpleExpression(pattern, name);

    private static DateOnly? ReadDate(SettingsTable item) => item.Text("Expires") is not string text ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date) ? date
        : throw item.Error("Expires", $"is '{text}'; allowed: a date such as '2026-12-31'");
}
