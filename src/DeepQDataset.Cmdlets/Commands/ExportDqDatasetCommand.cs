using System.Management.Automation;
using DeepQDataset.Building.Folders;
using DeepQDataset.Building.Planning;
using DeepQDataset.Commands.Bases;
using DeepQDataset.Commands.Output;
using DeepQDataset.Work;

namespace DeepQDataset.Commands;

/// <summary>Writes labels and their images, or a dataset, as a folder that the DeepQ platform accepts once it is packed.</summary>
/// <remarks>
/// For labels, writes the images with valid, unique names and label.csv with a row for every class of each image, like
/// New-DqDatasetArchive. The folder gets its name when it is complete; otherwise nothing is left behind. In an existing folder, -Force
/// replaces image, Classes and label.csv; all other files stay. Nothing is written to a folder that contains source images.
/// </remarks>
/// <example>
/// <code>ConvertFrom-DqClassFolders ./Classes | Export-DqDataset -DestinationPath ./chest</code>
/// <para>Writes class folders as image and label.csv.</para>
/// </example>
/// <example>
/// <code>Get-DqLabel ./chest | Where-Object Value -eq 1 | Export-DqDataset -DestinationPath ./classes -Layout Classes -Link Hard</code>
/// <para>Arranges the images of a dataset in class folders, with links instead of copies.</para>
/// </example>
/// <example>
/// <code>Export-DqDataset ./chest.zip -DestinationPath ./chest -Exclude *_draft.png</code>
/// <para>Unpacks a dataset for upload: without files that have no place in the layout, and without some images.</para>
/// </example>
[Cmdlet(VerbsData.Export, "DqDataset", SupportsShouldProcess = true, DefaultParameterSetName = DqPathCommand.PathSet)]
[OutputType(typeof(DirectoryInfo))]
public sealed class ExportDqDatasetCommand : DqDatasetCommand
{
    /// <summary>Specifies the folder to write, which is created if it does not exist.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ValidateNotNullOrEmpty]
    public string DestinationPath { get; set; } = "";

    /// <summary>
    /// Specifies the layout of the images of labels: Flat in image, with label.csv; Classes in the folder of the only class of each;
    /// Studies in image/Study/Series1 by the names of the labels, with label.csv; Automatic (the default) in studies if each image has
    /// study and series in its name, otherwise flat.
    /// </summary>
    [Parameter(ParameterSetName = LabelSetName)]
    [Parameter(ParameterSetName = TableSetName)]
    public ImageArrangement Layout { get; set; }

    /// <summary>
    /// Links images instead of copying them: Hard on the same volume, Symbolic anywhere, if the system permits it. A link shows later
    /// changes of the file.
    /// </summary>
    [Parameter]
    public ImageLink Link { get; set; }

    /// <summary>Replaces image, Classes and label.csv in an existing folder.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override string Destination => DestinationPath;

    private protected override LabelPlanOptions LabelOptions => base.LabelOptions with { Arrangement = Layout };

    private protected override bool IsTaken(string destination)
    {
        bool isTaken = !Force && Directory.Exists(destination) && Directory.EnumerateFileSystemEntries(destination).Any();
        if (isTaken)
        {
            WriteError(ErrorRecords.FolderNotEmpty(destination));
        }

        return isTaken;
    }

    private protected override void Write(
        string source, string destination, Func<IProgress<WorkProgress>, CancellationToken, ArchivePlan> plan)
    {
        FolderOptions options = new() { Overwrite = Force, Link = Link, ThrottleLimit = ThrottleLimit };
        TryWork(
            source,
            (progress, cancellation) =>
            {
                using ArchivePlan made = plan(progress, cancellation);
                return (Folder: FolderWriter.Write(made, destination, options, progress, cancellation), made.NegativesLeftOut);
            },
            written =>
            {
                WarnOfNegatives(written.NegativesLeftOut);
                Emit(written.Folder);
            });
    }

    private void Emit(FolderResult result)
    {
        foreach (DqRename rename in result.Renames)
        {
            WriteVerbose($"'{rename.OldName}' is '{rename.NewName}' now ({rename.Source}).");
        }

        foreach (string left in result.LeftOut)
        {
            WriteVerbose($"'{left}' is left out.");
        }

        if (result.Renames.Count > 0)
        {
            DqRename first = result.Renames[0];
            WriteWarning(
                $"{result.Renames.Count} images got another name, such as '{first.NewName}' for '{first.OldName}'; -Verbose lists them.");
        }

        WriteObject(InvokeProvider.Item.Get([result.Path], force: true, literalPath: true), enumerateCollection: true);
    }
}
