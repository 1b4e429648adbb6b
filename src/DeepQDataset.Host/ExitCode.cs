namespace DeepQDataset.Host;

/// <summary>
/// What <c>dq</c> tells its caller. A script's own <c>exit</c> wins; an error wins over a rejection, because then not all was tested.
/// </summary>
internal static class ExitCode
{
    /// <summary>Done, and every tested dataset was accepted.</summary>
    public const int Success = 0;

    /// <summary>An error record was written, or the script failed.</summary>
    public const int Failed = 1;

    /// <summary>A tested dataset was rejected.</summary>
    public const int Rejected = 2;

    /// <summary>Stopped by Ctrl+C or by the system's request to end, as shells count it: 128 and the signal's number, 2.</summary>
    public const int Stopped = 130;
}
