using System.Management.Automation;
using DeepQDataset.Commands.Bases;
using DeepQDataset.Commands.Binding;
using DeepQDataset.Reading;
using DeepQDataset.Settings;

namespace DeepQDataset.Commands;

/// <summary>Lists the labels of datasets from label.csv, class folders and LabelMe files.</summary>
/// <example>
/// <code>Get-DqLabel ./chest.zip -Class 'Pneumo*'</code>
/// <para>Lists the labels of some classes.</para>
/// </example>
[Cmdlet(VerbsCommon.Get, "DqLabel", DefaultParameterSetName = PathSet)]
[OutputType(typeof(DqLabel))]
public sealed class GetDqLabelCommand : DqPathCommand
{
    /// <summary>Specifies the classes whose labels to list, with wildcards. The default is all classes.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ClassCompleter))]
    public string[] Class { get; set; } = [];

    /// <summary>Specifies the number of threads that read LabelMe files. The default is the number of processors.</summary>
    [Parameter]
    [ValidateRange(1, 1024)]
    public int ThrottleLimit { get; set; } = ValidationOptions.Default.ThrottleLimit;

    private protected override void ProcessPath(string fullPath)
    {
        WriteVerbose($"Reading the labels of '{fullPath}'.");
        WildcardPattern[] patterns = Class.Select(pattern => new WildcardPattern(pattern, WildcardOptions.IgnoreCase)).ToArray();
        TryStream(
            fullPath,
            (progress, cancellation) =>
                DatasetReader
                    .ReadLabels(fullPath, ThrottleLimit, progress, cancellation)
                    .Where(label =>
                        patterns.Length == 0 || Array.Exists(patterns, pattern => label.Class is not null && pattern.IsMatch(label.Class))),
            WriteObject);
    }
}
