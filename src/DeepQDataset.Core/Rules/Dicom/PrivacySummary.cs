using System.Globalization;
using DeepQDataset.Catalog;
using DeepQDataset.Text;

namespace DeepQDataset.Rules.Dicom;

/// <summary>Summarizes the result of the privacy rules in a few words.</summary>
internal static class PrivacySummary
{
    private static readonly DqRule[] Identifying = [RuleCatalog.PatientIdentity, RuleCatalog.ImageMetadata, RuleCatalog.IdentityInName];

    /// <summary>Returns the summary; null if not all rules were checked. Images that were not examined are counted.</summary>
    /// <param name="context">The state of the dataset.</param>
    /// <param name="issues">The issues.</param>
    public static string? Of(ValidationContext context, IReadOnlyCollection<DqIssue> issues)
    {
        if (context.Probes is not { } probes || !Array.TrueForAll(Identifying, context.Options.Selects))
        {
            return null;
        }

        string[] found = Identifying
            .Select(rule => (rule.Id, Count: issues.Count(issue => string.Equals(issue.RuleId, rule.Id, StringComparison.Ordinal))))
            .Where(found => found.Count > 0)
            .Select(found => string.Create(CultureInfo.InvariantCulture, $"{found.Id}×{found.Count}"))
            .ToArray();
        string words = found.Length == 0 ? "no identifying header found" : $"identifying headers found: {string.Join(' ', found)}";
        int missed = probes.Count(static probe => !PrivacyRules.Examines(probe));
        return missed == 0 ? words : $"{words}; {NameText.Count(missed, "image")} not examined";
    }
}
