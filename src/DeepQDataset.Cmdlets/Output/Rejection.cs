namespace DeepQDataset.Commands.Output;

/// <summary>
/// Records for the process, from any runspace, that a tested dataset was rejected, so that programs that host the module can set their exit
/// code.
/// </summary>
internal static class Rejection
{
    /// <summary>The name of the process-wide switch (<see cref="AppContext"/>).</summary>
    public const string Switch = "DeepQDataset.DatasetRejected";

    /// <summary>Records a result.</summary>
    public static void Note(DqTestResult result)
    {
        if (!result.Passed)
        {
            AppContext.SetSwitch(Switch, isEnabled: true);
        }
    }
}
