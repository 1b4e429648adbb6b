using System.Management.Automation;
using DeepQDataset.Commands.Bases;
using DeepQDataset.Commands.Binding;
using DeepQDataset.Commands.Output;
using DeepQDataset.Reporting;

namespace DeepQDataset.Commands;

/// <summary>Writes test results as a report: a CSV table for spreadsheets or JSON for programs, by the extension of the file.</summary>
/// <example>
/// <code>Test-DqDataset ./incoming/*.zip | Export-DqReport -DestinationPath report.csv -Force</code>
/// <para>Writes a table of the findings of a nightly test.</para>
/// </example>
[Cmdlet(VerbsData.Export, "DqReport", SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed class ExportDqReportCommand : DqCommand
{
    private readonly List<DqTestResult> _results = [];
    private string? _destination;

    /// <summary>Specifies results of Test-DqDataset, including those from other machines or from a file.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    public DqTestResult[] InputObject { get; set; } = [];

    /// <summary>Specifies the path of the report. Its extension selects the format: .csv or .json.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ReportPathCompleter))]
    public string DestinationPath { get; set; } = "";

    /// <summary>Replaces an existing file.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        _destination = new PathResolver(this).Destination(DestinationPath);
        if (_destination is not null
            && !ReportWriter.Extensions.Contains(Path.GetExtension(_destination), StringComparer.OrdinalIgnoreCase))
        {
            ThrowTerminatingError(ErrorRecords.UnknownReportFormat(DestinationPath));
        }
    }

    /// <inheritdoc/>
    protected override void ProcessRecord() => _results.AddRange(InputObject);

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_destination is not string destination || !ShouldProcess(destination, $"Write report of {_results.Count} datasets"))
        {
            return;
        }

        WriteVerbose($"Writing '{destination}'.");
        TryWork(
            destination,
            (_, cancellation) =>
            {
                ReportWriter.Write(_results, destination, Force, cancellation);
                return destination;
            },
            path => WriteObject(InvokeProvider.Item.Get([path], force: true, literalPath: true), enumerateCollection: true));
    }
}
