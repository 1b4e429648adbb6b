using System.Management.Automation;
using DeepQDataset.Catalog;
using DeepQDataset.Commands.Binding;
using DeepQDataset.Commands.Output;

namespace DeepQDataset.Commands;

/// <summary>Lists the rules for datasets: the meaning, severity and remedy of each.</summary>
/// <example>
/// <code>Get-DqRule DQ204</code>
/// <para>Shows one rule.</para>
/// </example>
/// <example>
/// <code>Get-DqRule | Where-Object Severity -eq 'Error'</code>
/// <para>Lists the rules that make the platform reject a dataset.</para>
/// </example>
[Cmdlet(VerbsCommon.Get, "DqRule")]
[OutputType(typeof(DqRule))]
public sealed class GetDqRuleCommand : PSCmdlet
{
    private readonly HashSet<string> _emitted = new(StringComparer.Ordinal);

    /// <summary>Specifies ids or names of rules, with wildcards. The default is all rules.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("RuleId")]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(RuleIdCompleter))]
    public string[]? Id { get; set; }

    /// <summary>
    /// Specifies the edition of the platform whose rules, severities and sources to list: 1.1 (the default), 2.3 or 3.0. Rules that it does
    /// not report are left out.
    /// </summary>
    [Parameter]
    [PlatformText]
    [ArgumentCompleter(typeof(PlatformCompleter))]
    public string? Platform { get; set; }

    private DqPlatform Edition => ValidationInputs.Platform(Platform) ?? default;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (Id is null)
        {
            IEnumerable<DqRule> rules = RuleCatalog.All.Select(rule => RuleCatalog.In(rule, Edition)).OfType<DqRule>();
            WriteObject(rules.Select(Worded), enumerateCollection: true);
            return;
        }

        foreach (string id in Id)
        {
            DqRule[] found = RulePatterns.Find(id).ToArray();
            if (found.Length == 0)
            {
                WriteError(ErrorRecords.RuleNotFound(id));
            }

            foreach (DqRule rule in found)
            {
                if (_emitted.Add(rule.Id))
                {
                    // A rule that is requested by name is shown even if the edition does not have it.
                    WriteObject(Worded(RuleCatalog.In(rule, Edition) ?? rule));
                }
            }
        }
    }

    private static DqRule Worded(DqRule rule) => rule.Worded(RemedyWords.Of);
}
