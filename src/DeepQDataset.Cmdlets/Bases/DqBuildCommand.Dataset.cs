using System.Management.Automation;
using DeepQDataset.Building.Planning;
using DeepQDataset.Commands.Binding;
using DeepQDataset.Commands.Output;
using DeepQDataset.Settings;
using DeepQDataset.Validation;
using DeepQDataset.Work;

namespace DeepQDataset.Commands.Bases;

/// <content>Building from an existing dataset.</content>
public abstract partial class DqBuildCommand
{
    private ValidationSettings _settings = ValidationSettings.None;

    /// <summary>Specifies a settings file (.psd1) for the test of the dataset before it is written; see Test-DqDataset.</summary>
    [Parameter(ParameterSetName = DqPathCommand.PathSet)]
    [Parameter(ParameterSetName = DqPathCommand.LiteralPathSet)]
    [ValidateNotNullOrEmpty]
    public string? SettingsPath { get; set; }

    private void BuildDatasets(PathResolver resolver, IEnumerable<string> fullPaths)
    {
        foreach (string fullPath in fullPaths)
        {
            if (resolver.Destination(Destination) is string destination)
            {
                BuildDataset(fullPath, DestinationOf(destination, fullPath));
            }
        }
    }

    private void BuildDataset(string fullPath, string destination)
    {
        if (MayWrite(destination) && IsAcceptable(fullPath) && ShouldProcess(destination, $"Write dataset '{fullPath}'"))
        {
            WriteVerbose($"Writing '{fullPath}' as '{destination}'.");
            Write(fullPath, destination, (progress, cancellation) => PlanDataset(fullPath, progress, cancellation));
        }
    }

    private bool IsAcceptable(string fullPath)
    {
        WriteVerbose($"Testing '{fullPath}'.");
        ValidationOptions options = ValidationInputs.Options(_settings) with { Platform = Edition, ThrottleLimit = ThrottleLimit };
        bool acceptable = false;
        TryWork(fullPath, (progress, cancellation) => DatasetValidator.Validate(fullPath, options, progress, cancellation), result =>
        {
            new ValidationInputs(this).TellOf(result);
            acceptable = AllowErrors || result.Errors == 0 || (Exclude.Length > 0 && result.Issues.All(IsHarmless));
            if (!acceptable)
            {
                WriteError(ErrorRecords.DatasetHasErrors(result));
            }
        });
        return acceptable;
    }

    /// <summary>
    /// Determines whether an issue does not affect the files that are written. An issue about several files may also be about others.
    /// </summary>
    private bool IsHarmless(DqIssue issue) =>
        issue.Severity < DqSeverity.Error || (issue is { Count: 1, Path: string path } && _excluded.Fit(path));

    /// <summary>Plans the output for a dataset; called on another thread.</summary>
    /// <param name="fullPath">The rooted path of the dataset.</param>
    /// <param name="progress">Receives the progress.</param>
    /// <param name="cancellation">The token to monitor for cancellation requests.</param>
    private protected virtual ArchivePlan PlanDataset(string fullPath, IProgress<WorkProgress> progress, CancellationToken cancellation)
    {
        DatasetPlanOptions options = new() { Platform = Edition, IsExcluded = _excluded.Fit, ThrottleLimit = ThrottleLimit };
        return ArchivePlan.FromDataset(fullPath, options, cancellation);
    }
}
