using DeepQDataset.Catalog;
using DeepQDataset.Commands.Output;

namespace DeepQDataset.Core.Tests.Documentation;

/// <summary>Renders the part of a rule's page that the catalogue determines. The rest of a page is written manually.</summary>
internal static class RulePage
{
    /// <summary>Ends the generated part of a page.</summary>
    public const string Mark = "<!-- Above: generated from the catalogue. Below: by hand. -->";

    private static readonly (char Family, string Title)[] Families =
    [
        ('1', "Layout"),
        ('2', "Names"),
        ('3', "Images"),
        ('4', "DICOM"),
        ('5', "label.csv"),
        ('6', "Classes"),
        ('7', "Archive"),
        ('8', "LabelMe"),
        ('9', "Privacy"),
    ];

    /// <summary>Returns the generated part of a rule's page, with the mark.</summary>
    public static string Render(DqRule rule) =>
        $"""
        # {rule.Id} {rule.Name}

        | level | repairable |
        |---|---|
        | {rule.Level} | {(rule.Repairable ? "yes" : "no")} |

        | edition | severity | where it speaks of it |
        |---|---|---|
        {string.Join("\n", Enum.GetValues<DqPlatform>().Select(platform => RenderEdition(rule, platform)))}

        **What is wrong.** {rule.Summary}{(rule.Condition is null ? "" : " " + rule.Condition)}

        **What to do.** {rule.Worded(RemedyWords.Of).Remedy}

        {Mark}

        """;

    private static string Letter(DqSeverity? severity) => severity?.ToString()[..1] ?? "–";

    private static string RenderEdition(DqRule rule, DqPlatform platform) => RuleCatalog.In(rule, platform) is DqRule own
        ? $"| {own.Platform} | {own.Severity} | {own.Source} |"
        : $"| {DqPlatformName.Of(platform)} | not reported | |";

    /// <summary>Returns the index of all rules.</summary>
    public static string RenderIndex()
    {
        StringWriter text = new() { NewLine = "\n" };
        text.WriteLine("# Rules");
        text.WriteLine();
        text.WriteLine("Every rule that `Test-DqDataset` checks; `Get-DqRule` shows the same at the prompt. This page is "
            + "generated from the catalogue.");
        text.WriteLine();
        text.WriteLine("E, W and I are the severity in each edition of the platform: error, warning or information; – is not "
            + "reported. Where it depends on more, the page says so.");
        foreach ((char family, string title) in Families)
        {
            DqRule[] rules = RuleCatalog.All.Where(rule => rule.Id[2] == family).ToArray();
            if (rules.Length == 0)
            {
                continue;
            }

            text.WriteLine();
            text.WriteLine($"## {family}xx {title}");
            text.WriteLine();
            text.WriteLine("| rule | 1.1 | 2.3 | 3.0 | level | what is wrong |");
            text.WriteLine("|---|---|---|---|---|---|");
            foreach (DqRule rule in rules)
            {
                text.WriteLine($"| [{rule.Id} {rule.Name}]({rule.Id}.md) | {Letter(rule.Edition11)} | {Letter(rule.Edition23)} | "
                    + $"{Letter(rule.Edition30)} | {rule.Level} | {rule.Summary.Replace("|", "\\|", StringComparison.Ordinal)} |");
            }
        }

        return text.ToString();
    }
}
