namespace DeepQDataset.Host;

/// <summary>
/// Provides the exit codes of <c>dq</c>. A script's own <c>exit</c> takes precedence; an error takes precedence over a rejection, since not
/// everything was tested.
/// </summary>
internal static class ExitCode
{
    /// <summary>Success, and every tested dataset was accepted.</summary>
    public const int Success = 0;

    /// <summary>An error record was written, or the script failed.</summary>
    public const int Failed = 1;

    /// <summary>A tested dataset was rejected.</summary>
    public const int Rejected = 2;

    /// <summary>Stopped by Ctrl+C or by the system, in the convention of shells: 128 plus the number of the signal, 2.</summary>
    public const int Stopped = 130;
}
