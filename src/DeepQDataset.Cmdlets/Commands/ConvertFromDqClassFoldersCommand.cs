using System.Management.Automation;
using DeepQDataset.Commands.Bases;
using DeepQDataset.Conversion;
using DeepQDataset.Conversion.ClassFolders;
using DeepQDataset.Work;

namespace DeepQDataset.Commands;

/// <summary>Converts class folders into labels: one for each image, with the name of its folder as the class and Value 1.</summary>
/// <remarks>
/// The input is the folder Classes itself, or the folder or zip that contains it. The labels can be filtered before New-DqDatasetArchive
/// packs them.
/// </remarks>
/// <example>
/// <code>ConvertFrom-DqClassFolders ./Classes | Where-Object Class -ne 'Unsure' | New-DqDatasetArchive -DestinationPath chest.zip</code>
/// <para>Packs all classes but one as a labelled dataset.</para>
/// </example>
[Cmdlet(VerbsData.ConvertFrom, "DqClassFolders", DefaultParameterSetName = PathSet)]
[OutputType(typeof(DqLabel))]
public sealed class ConvertFromDqClassFoldersCommand : DqConverterCommand
{
    private protected override IEnumerable<DqLabel> Convert(
        string fullPath, ConversionLog log, IProgress<WorkProgress> progress, CancellationToken cancellation) =>
        ClassFolderConverter.Convert(fullPath, log, cancellation);
}
