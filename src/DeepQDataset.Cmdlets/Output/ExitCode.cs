using System.Management.Automation;

namespace DeepQDataset.Commands.Output;

/// <summary>
/// Sets the exit code of the host program: 0 if all datasets were accepted, 1 if not all could be examined, 2 if one was rejected. The
/// worst of several commands in a process counts; an error is worse than a rejection.
/// </summary>
/// <param name="command">The command.</param>
internal sealed class ExitCode(PSCmdlet command)
{
    private const int Success = 0;
    private const int Failed = 1;
    private const int Rejected = 2;

    private static readonly object Gate = new();
    private static int _worst = Success;

    /// <summary>Sets the exit code with which the host ends after its script.</summary>
    /// <param name="isComplete">Indicates whether all datasets could be examined.</param>
    /// <param name="isAccepted">Indicates whether all examined datasets were accepted.</param>
    public void Give(bool isComplete, bool isAccepted)
    {
        lock (Gate)
        {
            _worst = !isComplete || _worst == Failed ? Failed : !isAccepted ? Rejected : _worst;
            command.Host.SetShouldExit(_worst);
        }
    }
}
