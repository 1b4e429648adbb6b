using System.Globalization;
using System.Management.Automation;
using DeepQDataset.Commands.Bases;
using DeepQDataset.Commands.Binding;
using DeepQDataset.Commands.Output;
using DeepQDataset.Settings;
using DeepQDataset.Validation;

namespace DeepQDataset.Commands;

/// <summary>Tests whether the DeepQ platform would accept datasets, and lists the issues of each.</summary>
/// <remarks>
/// Reads folders and zips in place and changes nothing. A dataset that violates rules is a result, not an error; an error means that a
/// dataset could not be tested. Several datasets end with a line such as "12 tested, 10 accepted" on the information stream.
/// </remarks>
/// <example>
/// <code>Test-DqDataset ./chest.zip</code>
/// <para>Tests one zip.</para>
/// </example>
/// <example>
/// <code>Test-DqDataset ./incoming/*.zip | Where-Object -Not Passed | Get-DqIssue</code>
/// <para>Tests all zips in a folder and lists the issues of those that would be rejected.</para>
/// </example>
/// <example>
/// <code>if (Test-DqDataset ./chest -Quiet -FailOn Warning) { New-DqDatasetArchive ./chest -DestinationPath chest.zip }</code>
/// <para>Packs a folder only if it has neither errors nor warnings.</para>
/// </example>
/// <example>
/// <code>Test-DqDataset ./incoming/*.zip -ExitCode | Export-DqReport -DestinationPath report.csv -Force</code>
/// <para>As the text of pwsh -Command in a scheduled task: the task's result is 0, 1 or 2, as with dq.</para>
/// </example>
/// <example>
/// <code>Test-DqDataset ./chest.zip -Platform 3.0</code>
/// <para>Tests for the current cloud service instead of edition 1.1.</para>
/// </example>
/// <example>
/// <code>Test-DqDataset ./incoming/*.zip -SettingsPath ./settings.psd1 -Baseline ./known.json</code>
/// <para>Tests with the settings of a site, and passes datasets that have no other issues than those of an earlier report.</para>
/// </example>
[Cmdlet(VerbsDiagnostic.Test, "DqDataset", DefaultParameterSetName = PathSet)]
[OutputType(typeof(DqTestResult), typeof(bool))]
public sealed class TestDqDatasetCommand : DqBudgetCommand
{
    private ValidationOptions _options = ValidationOptions.Default;
    private int _tested;
    private int _accepted;
    private bool _isComplete;

    /// <summary>
    /// Specifies how much is read: Structure (names, the zip's directory, label.csv), Header (also the header of each image) or Full.
    /// </summary>
    [Parameter]
    public DqLevel Level { get; set; } = ValidationOptions.Default.Level;

    /// <summary>
    /// Specifies the edition of the platform: 1.1 (the default), 2.3 or 3.0. AcceptedBy lists all editions that accept a dataset.
    /// </summary>
    [Parameter]
    [PlatformText]
    [ArgumentCompleter(typeof(PlatformCompleter))]
    public string? Platform { get; set; }

    /// <summary>Specifies the minimum severity of an issue that fails a dataset.</summary>
    [Parameter]
    public DqSeverity FailOn { get; set; } = ValidationOptions.Default.FailOn;

    /// <summary>Specifies ids or names of the rules to report, with wildcards.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(RuleIdCompleter))]
    public string[] IncludeRule { get; set; } = [];

    /// <summary>Specifies ids or names of rules not to report, with wildcards.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(RuleIdCompleter))]
    public string[] ExcludeRule { get; set; } = [];

    /// <summary>Specifies the minimum number of images of a class.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int MinimumClassImages { get; set; } = ValidationOptions.Default.MinimumClassImages;

    /// <summary>
    /// Specifies the maximum ratio of the images of the largest class to those of the smallest, above which it is reported. The default is
    /// 10.
    /// </summary>
    [Parameter]
    [ValidateRange(1.0, double.MaxValue)]
    public double? MaximumImbalance { get; set; }

    /// <summary>
    /// Specifies a settings file (.psd1, read as data and never run): severities of rules, issues that do not count and the reasons, and
    /// bounds. Parameters take precedence.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? SettingsPath { get; set; }

    /// <summary>Specifies a report that Export-DqReport wrote as JSON. Its issues are known, and only others count.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Baseline { get; set; }

    /// <summary>
    /// Specifies the model.json of a model to retrain or test with the dataset. UnknownClasses lists the classes that it does not know.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? ModelPath { get; set; }

    /// <summary>Specifies the number of threads that read images. The default is the number of processors.</summary>
    [Parameter]
    [ValidateRange(1, 1024)]
    public int ThrottleLimit { get; set; } = ValidationOptions.Default.ThrottleLimit;

    /// <summary>Emits true for an accepted dataset and false for a rejected one instead of the result.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    /// <summary>
    /// Sets the exit code with which PowerShell ends after the script: 0 if all datasets were accepted, 2 if one was rejected, 1 if not all
    /// could be examined. At a prompt, PowerShell ends at once.
    /// </summary>
    [Parameter]
    public SwitchParameter ExitCode { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        ValidationInputs inputs = new(this);
        ValidationOptions site = inputs.Options(SettingsPath);
        _options = site with
        {
            Platform = ValidationInputs.Platform(Platform) ?? site.Platform,
            Level = Level,
            FailOn = FailOn,
            IncludedRules = RulePatterns.Ids(this, IncludeRule),
            ExcludedRules = RulePatterns.Ids(this, ExcludeRule),
            MinimumClassImages = MinimumClassImages,
            MaximumImbalance = MaximumImbalance ?? site.MaximumImbalance,
            MaximumTotalBytes = MaximumTotalBytes ?? site.MaximumTotalBytes,
            MaximumEntryBytes = MaximumEntryBytes ?? site.MaximumEntryBytes,
            MaximumRatio = MaximumRatio ?? site.MaximumRatio,
            Baseline = inputs.Baseline(Baseline, Cancellation),
            ModelClasses = inputs.Model(ModelPath),
            ThrottleLimit = ThrottleLimit,
        };
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        _isComplete = !HasFailed;
        if (_tested > 1 && !Quiet)
        {
            string message = string.Create(CultureInfo.InvariantCulture, $"{_tested} tested, {_accepted} accepted");
            WriteInformation(new HostInformationMessage { Message = message }, ["PSHOST"]);
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing && ExitCode)
        {
            new ExitCode(this).Give(_isComplete, _accepted == _tested);
        }

        base.Dispose(disposing);
    }

    private protected override void ProcessPath(string fullPath)
    {
        WriteVerbose($"Testing '{fullPath}' at level {Level}.");
        TryWork(fullPath, (progress, cancellation) => DatasetValidator.Validate(fullPath, _options, progress, cancellation), Emit);
    }

    private void Emit(DqTestResult result)
    {
        Rejection.Note(result);
        new ValidationInputs(this).TellOf(result);
        _tested++;
        _accepted += result.Passed ? 1 : 0;
        if (result.NotChecked is string gap)
        {
            WriteWarning($"{result.Dataset}: {gap}");
        }

        if (result.UnknownClasses.Count > 0)
        {
            WriteWarning($"{result.Dataset}: the model does not know the classes {result.UnknownClasses}.");
        }

        if (result.Privacy is string privacy)
        {
            WriteVerbose($"{result.Dataset}: {privacy}.");
        }

        WriteObject(Quiet ? (object)result.Passed : result);
    }
}
