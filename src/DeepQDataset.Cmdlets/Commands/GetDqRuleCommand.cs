using System.Management.Automation;
using DeepQDataset.Catalog;
using DeepQDataset.Commands.Binding;
using DeepQDataset.Commands.Output;

namespace DeepQDataset.Commands;

/// <summary>Lists the rules that datasets are checked by: what each means, how much it matters and how to mend it.</summary>
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

    /// <summary>Ids or names of rules, with wildcards; all rules when left out.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("RuleId")]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(RuleIdCompleter))]
    public string[]? Id { get; set; }

    /// <summary>
    /// Specifies the platform's edition whose rules, severities and sources to list: 1.1 when left out, 2.3 or 3.0. What it does not report
    /// is left out.
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
                    // A rule that is asked for by its name is shown even where the edition has no such rule.
                    WriteObject(Worded(RuleCatalog.In(rule, Edition) ?? rule));
                }
            }
        }
    }

    private static DqRule Worded(DqRule rule) => rule.Worded(RemedyWords.Of);
}
