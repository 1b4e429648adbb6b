using System.Globalization;
using System.Management.Automation;
using DeepQDataset.Commands.Bases;
using DeepQDataset.Commands.Binding;
using DeepQDataset.Commands.Output;
using DeepQDataset.Repair;

namespace DeepQDataset.Commands;

/// <summary>Mends what can be mended of a dataset, in a copy, and says what it did and what is left to do.</summary>
/// <remarks>
/// Mends names, places and label.csv, which is kept in step; images are carried over byte for byte. Get-DqRule says which rules it mends
/// (Repairable). What it cannot mend is told in a warning, and one by one with -Verbose. Beside the copy it leaves a CSV, named for it with
/// .map.csv behind, that has the path before and after of each file that was renamed or left out. A second repair finds nothing to do.
/// Writing
/// afresh mends a zip's own faults and the form of a label.csv that changes, whatever -Rule says; empty folders are never carried over.
/// </remarks>
/// <example>
/// <code>Repair-DqDataset ./chest.zip -DestinationPath ./chest-mended.zip -WhatIf</code>
/// <para>Lists what would be done, and what could not be mended, and writes nothing.</para>
/// </example>
/// <example>
/// <code>Get-ChildItem ./incoming/*.zip | Repair-DqDataset -DestinationPath { "./mended/$($_.Name)" } | Export-Csv repairs.csv</code>
/// <para>Mends each zip into a zip of the same name in another folder, and keeps a list of all changes.</para>
/// </example>
/// <example>
/// <code>Repair-DqDataset ./lesions -DestinationPath ./lesions-mended -Rule DQ2*, DQ526 -CornerBoxes</code>
/// <para>Mends names alone, and turns boxes given by two corners into a corner, width and height.</para>
/// </example>
[Cmdlet(VerbsDiagnostic.Repair, "DqDataset", SupportsShouldProcess = true, DefaultParameterSetName = PathSet)]
[OutputType(typeof(DqRepair))]
public sealed class RepairDqDatasetCommand : DqPathCommand
{
    private readonly HashSet<string> _used = new(StringComparer.OrdinalIgnoreCase);
    private RepairOptions _options = RepairOptions.Default;

    /// <summary>Specifies the mended copy: a zip where the name ends with .zip, else a folder.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string DestinationPath { get; set; } = "";

    /// <summary>
    /// Specifies the platform's edition for which to mend: 1.1 when left out, 2.3 or 3.0. Labels of one class an image get its form: three
    /// columns in 1.1 and 2.3, two in 3.0.
    /// </summary>
    [Parameter]
    [PlatformText]
    [ArgumentCompleter(typeof(PlatformCompleter))]
    public string? Platform { get; set; }

    /// <summary>Ids or names of the only rules to mend, with wildcards.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(RuleIdCompleter))]
    public string[] Rule { get; set; } = [];

    /// <summary>
    /// Turns boxes that look like two corners (DQ526) into a corner, width and height. Without it they are left alone, since only you know
    /// where they come from.
    /// </summary>
    [Parameter]
    public SwitchParameter CornerBoxes { get; set; }

    /// <summary>Replaces an existing zip, or image, Classes and label.csv in an existing folder, and the map beside it.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Specifies the number of threads that read and write; as many as there are processors when left out.</summary>
    [Parameter]
    [ValidateRange(1, 1024)]
    public int ThrottleLimit { get; set; } = RepairOptions.Default.ThrottleLimit;

    /// <inheritdoc/>
    protected override void BeginProcessing() => _options = new RepairOptions
    {
        Platform = ValidationInputs.Platform(Platform) ?? default,
        IncludedRules = RulePatterns.Ids(this, Rule),
        CornerBoxes = CornerBoxes,
        Overwrite = Force,
        ThrottleLimit = ThrottleLimit,
    };

    private protected override void ProcessPath(string fullPath)
    {
        if (new PathResolver(this).Destination(DestinationPath) is not string destination)
        {
            return;
        }

        if (!_used.Add(destination))
        {
            WriteError(ErrorRecords.DestinationTakenTwice(destination));
            return;
        }

        WriteVerbose($"Testing '{fullPath}'.");
        RepairPlan? planned = null;
        TryWork(
            fullPath,
            (progress, cancellation) => DatasetRepairer.Plan(fullPath, destination, _options, progress, cancellation),
            plan => planned = plan);
        using RepairPlan? made = planned;
        if (made is not null)
        {
            Carry(made, fullPath, destination);
        }
    }

    private void Carry(RepairPlan plan, string fullPath, string destination)
    {
        string changes = string.Create(
            CultureInfo.InvariantCulture, $"{plan.Repairs.Count} {(plan.Repairs.Count == 1 ? "change" : "changes")}");
        bool writes = ShouldProcess(
            $"Mend '{fullPath}' as '{destination}': {changes}.", $"Mend '{fullPath}' as '{destination}': {changes}?", "Repair-DqDataset",
            out ShouldProcessReason reason);
        bool isListed = reason == ShouldProcessReason.WhatIf;
        if (writes)
        {
            isListed = TryWork(
                fullPath,
                (progress, cancellation) =>
                {
                    DatasetRepairer.Write(plan, _options, progress, cancellation);
                    return true;
                },
                static _ => { });
        }

        if (isListed)
        {
            WriteObject(plan.Repairs, enumerateCollection: true);
            TellOfTheRest(plan);
        }
    }

    private void TellOfTheRest(RepairPlan plan)
    {
        foreach (DqIssue issue in plan.NotCarriedOver.Concat(plan.Remaining))
        {
            WriteVerbose(issue.ToString());
        }

        if (plan.NotCarriedOver.Count > 0)
        {
            WriteWarning($"Not carried over from '{plan.Source}', since it is no part of a dataset: {plan.NotCarriedOver}. {plan.NotCarriedOver[0].Message}");
        }

        DqIssueCollection grave = new(plan.Remaining.Where(static issue => issue.Severity > DqSeverity.Information));
        if (grave.Count > 0)
        {
            string errors = grave.Any(static issue => issue.Severity == DqSeverity.Error) ? "errors among them" : "no errors among them";
            string edition = Platform is null ? "" : $" -Platform {Platform}";
            WriteWarning(
                $"Issues that remain in '{plan.Destination}', {errors}: {grave}. Get-DqIssue{edition} lists them, and -Verbose does.");
        }
    }
}
