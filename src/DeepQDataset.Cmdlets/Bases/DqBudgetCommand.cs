using System.Management.Automation;

namespace DeepQDataset.Commands.Bases;

/// <summary>Represents a command that reads what zips unpack to, and bounds it.</summary>
public abstract class DqBudgetCommand : DqPathCommand
{
    /// <summary>
    /// Specifies the most bytes that a zip may unpack to; no limit (but the free space, where files are written) when left out.
    /// </summary>
    [Parameter]
    [ValidateRange(1L, long.MaxValue)]
    public long? MaximumTotalBytes { get; set; }

    /// <summary>Specifies the most bytes that one entry of a zip may unpack to; no limit when left out.</summary>
    [Parameter]
    [ValidateRange(1L, long.MaxValue)]
    public long? MaximumEntryBytes { get; set; }

    /// <summary>Specifies the number of times its packed bytes an entry above 64 MiB may unpack to; 1000 when left out.</summary>
    [Parameter]
    [ValidateRange(1L, long.MaxValue)]
    public long? MaximumRatio { get; set; }
}
