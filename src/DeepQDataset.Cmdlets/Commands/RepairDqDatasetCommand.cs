using System.Globalization;
using System.Management.Automation;
using DeepQDataset.Commands.Bases;
using DeepQDataset.Commands.Binding;
using DeepQDataset.Commands.Output;
using DeepQDataset.Repair;

namespace DeepQDataset.Commands;

/// <summary>Repairs a dataset in a copy, and lists the changes and the remaining issues.</summary>
/// <remarks>
/// Repairs names, places and label.csv, which is kept consistent; images are copied byte for byte. Get-DqRule lists the rules that can be
/// repaired (Repairable). Issues that cannot be repaired are reported in a warning, and one by one with -Verbose. A CSV beside the copy,
/// with its name and .map.csv, lists the old and new path of each file that was renamed or left out. A second repair finds nothing to do.
/// Rewriting a zip also repairs the zip's own faults and the form of a changed label.csv, whatever -Rule is; empty folders are never
/// copied.
/// </remarks>
/// <example>
/// <code>Repair-DqDataset ./chest.zip -DestinationPath ./chest-mended.zip -WhatIf</code>
/// <para>Lists what would be changed and what could not be repaired, and writes nothing.</para>
/// </example>
/// <example>
/// <code>Get-ChildItem ./incoming/*.zip | Repair-DqDataset -DestinationPath { "./mended/$($_.Name)" } | Export-Csv repairs.csv</code>
/// <para>Repairs each zip into a zip of the same name in another folder, and writes a list of all changes.</para>
/// </example>
/// <example>
/// <code>Repair-DqDataset ./lesions -DestinationPath ./lesions-mended -Rule DQ2*, DQ526 -CornerBoxes</code>
/// <para>Repairs only names, and converts boxes given by two corners to a corner, width and height.</para>
/// </example>
[Cmdlet(VerbsDiagnostic.Repair, "DqDataset", SupportsShouldProcess = true, DefaultParameterSetName = PathSet)]
[OutputType(typeof(DqRepair))]
public sealed class RepairDqDatasetCommand : DqPathCommand
{
    private readonly HashSet<string> _used = new(StringComparer.OrdinalIgnoreCase);
    private RepairOptions _options = RepairOptions.Default;

    /// <summary>Specifies the repaired copy: a zip if the name ends with .zip, otherwise a folder.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string DestinationPath { get; set; } = "";

    /// <summary>
    /// Specifies the edition of the platform for the repair: 1.1 (the default), 2.3 or 3.0. Labels with one class for each image get its
    /// form: three columns in 1.1 and 2.3, two in 3.0.
    /// </summary>
    [Parameter]
    [PlatformText]
    [ArgumentCompleter(typeof(PlatformCompleter))]
    public string? Platform { get; set; }

    /// <summary>Specifies ids or names of the rules to repair, with wildcards.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(RuleIdCompleter))]
    public string[] Rule { get; set; } = [];

    /// <summary>
    /// Converts boxes that look like two corners (DQ526) to a corner, width and height. By default they are unchanged, since only you know
    /// whether they are corners.
    /// </summary>
    [Parameter]
    public SwitchParameter CornerBoxes { get; set; }

    /// <summary>Replaces an existing zip, or image, Classes and label.csv in an existing folder, and the CSV beside it.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Specifies the number of threads that read and write. The default is the number of processors.</summary>
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
            $"Repair '{fullPath}' as '{destination}': {changes}.",
            $"Repair '{fullPath}' as '{destination}': {changes}?",
            "Repair-DqDataset",
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
            ReportRemaining(plan);
        }
    }

    private void ReportRemaining(RepairPlan plan)
    {
        foreach (DqIssue issue in plan.NotCarriedOver.Concat(plan.Remaining))
        {
            WriteVerbose(issue.ToString());
        }

        if (plan.NotCarriedOver.Count > 0)
        {
            WriteWarning($"Not copied from '{plan.Source}', since it is not part a dataset: {plan.NotCarriedOver}. "
                + $"{plan.NotCarriedOver[0].Message}");
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
