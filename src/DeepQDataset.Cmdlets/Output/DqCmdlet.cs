using System.Management.Automation;

namespace DeepQDataset.Commands.Output;

/// <summary>Provides a cmdlet that records whether it has written an error.</summary>
public abstract class DqCmdlet : PSCmdlet
{
    /// <summary>Gets a value that indicates whether a non-terminating error was written, shown or not.</summary>
    private protected bool HasFailed { get; private set; }

    /// <summary>Writes a non-terminating error.</summary>
    internal new void WriteError(ErrorRecord errorRecord)
    {
        HasFailed = true;
        base.WriteError(errorRecord);
    }
}
