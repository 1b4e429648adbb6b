namespace DeepQDataset.Commands.Output;

/// <summary>
/// Tells the process that a tested dataset was rejected, from whatever runspace: programs that host the module make their exit code of it.
/// </summary>
internal static class Rejection
{
    /// <summary>The name of the process-wide switch (<see cref="AppContext"/>).</summary>
    public const string Switch = "DeepQDataset.DatasetRejected";

    /// <summary>Takes note of a result.</summary>
    public static void Note(DqTestResult result)
    {
        if (!result.Passed)
        {
            AppContext.SetSwitch(Switch, isEnabled: true);
        }
    }
}
