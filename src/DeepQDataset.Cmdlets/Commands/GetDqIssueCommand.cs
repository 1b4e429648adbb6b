using System.Management.Automation;
using DeepQDataset.Commands.Bases;
using DeepQDataset.Commands.Binding;
using DeepQDataset.Commands.Output;
using DeepQDataset.Settings;
using DeepQDataset.Validation;

namespace DeepQDataset.Commands;

/// <summary>Lists the issues of datasets: those of test results, or of folders and zips directly.</summary>
/// <example>
/// <code>Test-DqDataset ./incoming/*.zip | Get-DqIssue -MinimumSeverity Warning</code>
/// <para>Lists the errors and warnings of all zips in a folder.</para>
/// </example>
/// <example>
/// <code>Get-DqIssue ./chest -RuleId DQ5*</code>
/// <para>Tests a folder and lists the issues of its label.csv.</para>
/// </example>
[Cmdlet(VerbsCommon.Get, "DqIssue", DefaultParameterSetName = DqPathCommand.PathSet)]
[OutputType(typeof(DqIssue))]
public sealed class GetDqIssueCommand : DqCommand
{
    private const string InputObjectSet = "InputObject";

    private WildcardPattern[] _rules = [];
    private ValidationOptions _options = ValidationOptions.Default;

    /// <summary>Specifies folders or zips to test. Wildcards are resolved.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = DqPathCommand.PathSet)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[] Path { get; set; } = [];

    /// <summary>Specifies folders or zips to test as they are written: <c>[</c> and <c>*</c> are not wildcards.</summary>
    [Parameter(Mandatory = true, ParameterSetName = DqPathCommand.LiteralPathSet)]
    [Alias("PSPath", "FullName")]
    [ValidateNotNullOrEmpty]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>
    /// Specifies results of Test-DqDataset, including those from other machines or from a file; or paths, files and folders to test.
    /// </summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = InputObjectSet)]
    public PSObject[] InputObject { get; set; } = [];

    /// <summary>Specifies ids or names of the rules whose issues to list, with wildcards. The default is all rules.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(RuleIdCompleter))]
    public string[] RuleId { get; set; } = [];

    /// <summary>Specifies the minimum severity of the issues to list.</summary>
    [Parameter]
    public DqSeverity MinimumSeverity { get; set; } = DqSeverity.Information;

    /// <summary>Specifies the edition of the platform for folders and zips that are tested here: 1.1 (the default), 2.3 or 3.0.</summary>
    [Parameter]
    [PlatformText]
    [ArgumentCompleter(typeof(PlatformCompleter))]
    public string? Platform { get; set; }

    /// <summary>Specifies how much is read of folders and zips that are tested here.</summary>
    [Parameter]
    public DqLevel Level { get; set; } = ValidationOptions.Default.Level;

    /// <summary>Specifies the number of threads that read images of what is tested here. The default is the number of processors.</summary>
    [Parameter]
    [ValidateRange(1, 1024)]
    public int ThrottleLimit { get; set; } = ValidationOptions.Default.ThrottleLimit;

    /// <summary>Specifies a settings file (.psd1) for folders and zips that are tested here; see Test-DqDataset.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? SettingsPath { get; set; }

    /// <summary>
    /// Specifies a report that Export-DqReport wrote as JSON. For folders and zips that are tested here, only other issues are listed.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Baseline { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        ValidationInputs inputs = new(this);
        _rules = [.. RuleId.Select(pattern => new WildcardPattern(pattern, WildcardOptions.IgnoreCase | WildcardOptions.CultureInvariant))];
        ValidationOptions site = inputs.Options(SettingsPath);
        _options = site with
        {
            Platform = ValidationInputs.Platform(Platform) ?? site.Platform,
            Level = Level,
            ThrottleLimit = ThrottleLimit,
            Baseline = inputs.Baseline(Baseline, Cancellation),
        };
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        PathResolver resolver = new(this);
        switch (ParameterSetName)
        {
            case DqPathCommand.PathSet:
                Test(resolver.Wildcard(Path));
                break;
            case DqPathCommand.LiteralPathSet:
                Test(resolver.Literal(LiteralPath));
                break;
            default:
                foreach (PSObject item in InputObject)
                {
                    Process(item, resolver);
                }

                break;
        }
    }

    private void Process(PSObject item, PathResolver resolver)
    {
        if ((item.BaseObject as DqTestResult ?? Rehydration.Restore(item, typeof(DqTestResult))) is DqTestResult result)
        {
            Emit(result);
        }
        else if (item.BaseObject is string path)
        {
            Test(resolver.Wildcard([path]));
        }
        else if ((item.Properties["PSPath"] ?? item.Properties["FullName"])?.Value is string literal)
        {
            Test(resolver.Literal([literal]));
        }
        else
        {
            WriteError(ErrorRecords.NoResult(item));
        }
    }

    private void Test(IEnumerable<string> fullPaths)
    {
        foreach (string fullPath in fullPaths)
        {
            WriteVerbose($"Testing '{fullPath}' at level {Level}.");
            TryWork(fullPath, (progress, cancellation) => DatasetValidator.Validate(fullPath, _options, progress, cancellation), result =>
            {
                Rejection.Note(result);
                new ValidationInputs(this).TellOf(result);
                Emit(result);
            });
        }
    }

    private void Emit(DqTestResult result)
    {
        foreach (DqIssue issue in result.Issues)
        {
            if (issue.Severity >= MinimumSeverity
                && (_rules.Length == 0 || Array.Exists(_rules, rule => rule.IsMatch(issue.RuleId) || rule.IsMatch(issue.RuleName))))
            {
                WriteObject(issue);
            }
        }
    }
}
