using System.Management.Automation;
using DeepQDataset.Building.Folders;
using DeepQDataset.Building.Planning;
using DeepQDataset.Commands.Output;
using DeepQDataset.Conversion;
using DeepQDataset.Conversion.Export;
using DeepQDataset.Work;

namespace DeepQDataset.Commands.Bases;

/// <summary>
/// Represents a command that converts a dataset, or labels and their images, into another tool's files, and reports losses.
/// </summary>
public abstract class DqExportCommand : DqBuildCommand
{
    private Queue<string> _messages = new();
    private ConversionLog _log = new();

    /// <summary>
    /// Links images instead of copying them: Hard on the same volume, Symbolic anywhere, if the system permits it. A link shows later
    /// changes of the file.
    /// </summary>
    [Parameter]
    public ImageLink Link { get; set; }

    /// <summary>Replaces the files of an earlier export.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Reports losses as an error instead of a warning, and writes nothing in that case.</summary>
    [Parameter]
    public SwitchParameter Strict { get; set; }

    /// <summary>Gets the options of the export.</summary>
    private protected virtual ExportOptions Options => new() { IsExcluded = IsExcluded, ThrottleLimit = ThrottleLimit };

    /// <summary>Gets the names of the files and folders that -Force replaces in an existing folder.</summary>
    private protected abstract IReadOnlyList<string> Parts { get; }

    /// <summary>Plans the files; called on another thread.</summary>
    private protected abstract ArchivePlan PlanLabels(
        LabelSet labels, string? imageFolder, ConversionLog log, IProgress<WorkProgress> progress, CancellationToken cancellation);

    /// <summary>Plans the files; called on another thread.</summary>
    private protected abstract ArchivePlan PlanDataset(
        string fullPath, ConversionLog log, IProgress<WorkProgress> progress, CancellationToken cancellation);

    /// <summary>Carries out a plan; called on another thread.</summary>
    /// <returns>The path of the file to emit.</returns>
    private protected virtual string Carry(
        ArchivePlan plan, string destination, IProgress<WorkProgress> progress, CancellationToken cancellation)
    {
        FolderOptions options = new() { Overwrite = Force, Link = Link, ThrottleLimit = ThrottleLimit, Parts = Parts };
        return FolderWriter.Write(plan, destination, options, progress, cancellation).Path;
    }

    private protected override bool IsTaken(string destination)
    {
        bool isTaken = !Force && Directory.Exists(destination) && Directory.EnumerateFileSystemEntries(destination).Any();
        if (isTaken)
        {
            WriteError(ErrorRecords.FolderNotEmpty(destination, string.Join(", ", Parts)));
        }

        return isTaken;
    }

    private protected sealed override ArchivePlan PlanLabels(
        LabelSet labels, string? imageFolder, IProgress<WorkProgress> progress, CancellationToken cancellation) =>
        PlanLabels(labels, imageFolder, _log, progress, cancellation);

    private protected sealed override ArchivePlan PlanDataset(
        string fullPath, IProgress<WorkProgress> progress, CancellationToken cancellation) =>
        PlanDataset(fullPath, _log, progress, cancellation);

    private protected sealed override void Write(
        string source, string destination, Func<IProgress<WorkProgress>, CancellationToken, ArchivePlan> plan)
    {
        Queue<string> messages = new();
        _messages = messages;
        _log = new ConversionLog
        {
            Remarked = remark => messages.Enqueue(remark.ToString()),
            Noted = messages.Enqueue,
            Wording = RemedyWords.Of,
        };
        bool isStrict = Strict;
        ConversionLog log = _log;
        TryWork(
            source,
            (progress, cancellation) =>
            {
                using ArchivePlan made = plan(progress, cancellation);
                return isStrict && log.Losses > 0 ? null : Carry(made, destination, progress, cancellation);
            },
            written => Emit(source, written));
    }

    private void Emit(string source, string? written)
    {
        while (_messages.TryDequeue(out string? message))
        {
            WriteVerbose(message);
        }

        string summary = _log.Summarize();
        if (written is null)
        {
            WriteError(ErrorRecords.ConversionLosses(source, summary));
            return;
        }

        if (summary.Length > 0)
        {
            WriteWarning($"'{source}': {summary}. -Verbose lists them.");
        }

        WriteObject(InvokeProvider.Item.Get([written], force: true, literalPath: true), enumerateCollection: true);
    }
}
