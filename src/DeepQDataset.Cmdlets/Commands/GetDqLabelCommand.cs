using System.Management.Automation;
using DeepQDataset.Commands.Bases;
using DeepQDataset.Commands.Binding;
using DeepQDataset.Reading;

namespace DeepQDataset.Commands;

/// <summary>Lists the labels of datasets, from label.csv, class folders and LabelMe files alike.</summary>
/// <example>
/// <code>Get-DqLabel ./chest.zip -Class 'Pneumo*'</code>
/// <para>Lists the labels of some classes.</para>
/// </example>
[Cmdlet(VerbsCommon.Get, "DqLabel", DefaultParameterSetName = PathSet)]
[OutputType(typeof(DqLabel))]
public sealed class GetDqLabelCommand : DqPathCommand
{
    /// <summary>The classes whose labels to list, with wildcards; all when left out.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ClassCompleter))]
    public string[] Class { get; set; } = [];

    private protected override void ProcessPath(string fullPath)
    {
        WriteVerbose($"Reading the labels of '{fullPath}'.");
        WildcardPattern[] patterns = Class.Select(pattern => new WildcardPattern(pattern, WildcardOptions.IgnoreCase)).ToArray();
        TryStream(
            fullPath,
            (_, cancellation) => DatasetReader.ReadLabels(fullPath, cancellation)
                .Where(label => patterns.Length == 0 || Array.Exists(patterns, pattern => label.Class is not null && pattern.IsMatch(label.Class))),
            WriteObject);
    }
}
