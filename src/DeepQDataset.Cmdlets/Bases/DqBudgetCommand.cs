using System.Management.Automation;

namespace DeepQDataset.Commands.Bases;

/// <summary>Represents a command that reads the contents of zips, with limits.</summary>
public abstract class DqBudgetCommand : DqPathCommand
{
    /// <summary>
    /// Specifies the maximum unpacked size of a zip in bytes. By default, there is no limit except the free space when files are written.
    /// </summary>
    [Parameter]
    [ValidateRange(1L, long.MaxValue)]
    public long? MaximumTotalBytes { get; set; }

    /// <summary>Specifies the maximum unpacked size of an entry of a zip in bytes. By default, there is no limit.</summary>
    [Parameter]
    [ValidateRange(1L, long.MaxValue)]
    public long? MaximumEntryBytes { get; set; }

    /// <summary>Specifies the maximum ratio of unpacked to packed size of an entry above 64 MiB. The default is 1000.</summary>
    [Parameter]
    [ValidateRange(1L, long.MaxValue)]
    public long? MaximumRatio { get; set; }
}
