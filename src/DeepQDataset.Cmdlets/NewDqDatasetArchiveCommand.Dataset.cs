using DeepQDataset.Building;
using DeepQDataset.Inventory;
using DeepQDataset.Sources;
using DeepQDataset.Validation;

namespace DeepQDataset.Commands;

/// <content>Packing a dataset as it is.</content>
public sealed partial class NewDqDatasetArchiveCommand
{
    private void PackDatasets(PathResolver resolver, IEnumerable<string> fullPaths)
    {
        foreach (string fullPath in fullPaths)
        {
            if (resolver.Destination(DestinationPath) is string destination)
            {
                PackDataset(fullPath, Directory.Exists(destination)
                    ? System.IO.Path.Combine(destination, Name(fullPath) + ".zip")
                    : destination);
            }
        }
    }

    private void PackDataset(string fullPath, string destination)
    {
        if (MayWrite(destination) && IsAcceptable(fullPath) && ShouldProcess(destination, $"Pack dataset '{fullPath}'"))
        {
            WriteVerbose($"Packing '{fullPath}' as '{destination}'.");
            TryWork(fullPath, (progress, cancellation) => Write(fullPath, destination, progress, cancellation), WriteObject);
        }
    }

    private bool IsAcceptable(string fullPath)
    {
        WriteVerbose($"Testing '{fullPath}'.");
        ValidationOptions options = new() { ThrottleLimit = ThrottleLimit };
        bool acceptable = false;
        TryWork(fullPath, (progress, cancellation) => DatasetValidator.Validate(fullPath, options, progress, cancellation), result =>
        {
            acceptable = AllowErrors || result.Errors == 0 || (Exclude.Length > 0 && result.Issues.All(IsHarmless));
            if (!acceptable)
            {
                WriteError(ErrorRecords.DatasetHasErrors(result));
            }
        });
        return acceptable;
    }

    /// <summary>Whether an issue is no error of what goes in; one that stands for several files may be about others, too.</summary>
    private bool IsHarmless(DqIssue issue) =>
        issue.Severity < DqSeverity.Error || (issue is { Count: 1, Path: string path } && _excluded.Fit(path));

    private DqArchive Write(string fullPath, string destination, IProgress<WorkProgress> progress, CancellationToken cancellation)
    {
        using IDatasetSource source = DatasetSource.Open(fullPath, cancellation);
        using ArchivePlan plan = ArchivePlan.FromDataset(source, InventoryBuilder.Build(source, cancellation), _excluded.Fit, cancellation);
        return ArchiveWriter.Write(plan, destination, Options, progress, cancellation);
    }

    private static string Name(string fullPath)
    {
        string name = System.IO.Path.GetFileName(System.IO.Path.TrimEndingDirectorySeparator(fullPath));
        return File.Exists(fullPath) ? System.IO.Path.GetFileNameWithoutExtension(name) : name;
    }
}
