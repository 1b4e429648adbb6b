using System.Management.Automation;
using DeepQDataset.Validation;

namespace DeepQDataset.Commands;

/// <summary>Says what datasets hold: layout, task, images, labels and classes. Nothing is validated and no image is opened.</summary>
/// <example>
/// <code>Get-DqDataset ./incoming/*</code>
/// <para>Lists the datasets of a folder.</para>
/// </example>
[Cmdlet(VerbsCommon.Get, "DqDataset", DefaultParameterSetName = PathSet)]
[OutputType(typeof(DqDataset))]
public sealed class GetDqDatasetCommand : DqPathCommand
{
    private protected override void ProcessPath(string fullPath)
    {
        WriteVerbose($"Listing '{fullPath}'.");
        TryWork(fullPath, (_, cancellation) => DatasetReader.Describe(fullPath, cancellation), WriteObject);
    }
}
