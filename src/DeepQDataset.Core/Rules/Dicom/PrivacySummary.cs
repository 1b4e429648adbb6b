using System.Globalization;
using DeepQDataset.Catalog;
using DeepQDataset.Text;

namespace DeepQDataset.Rules.Dicom;

/// <summary>Says in a few words what the rules on identifying headers came to.</summary>
internal static class PrivacySummary
{
    private static readonly DqRule[] Identifying = [RuleCatalog.PatientIdentity, RuleCatalog.ImageMetadata, RuleCatalog.IdentityInName];

    /// <summary>Returns the words; null if the rules were not all checked. Images that they do not look into are counted.</summary>
    /// <param name="context">What was checked.</param>
    /// <param name="issues">What was found.</param>
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
        int missed = probes.Count(static probe => !PrivacyRules.LooksInto(probe));
        return missed == 0 ? words : $"{words}; {NameText.Count(missed, "image")} not looked into";
    }
}
