namespace DeepQDataset.Work;

/// <summary>Adds up what all threads read, and tells it now and then.</summary>
/// <param name="progress">Who is told.</param>
/// <param name="total">How many bytes there are.</param>
/// <param name="activity">What is being done.</param>
internal sealed class ReadProgress(IProgress<WorkProgress> progress, long total, string activity = "Reading all data")
{
    /// <summary>How many bits of the count pass between two reports: one each 4 MiB.</summary>
    private const int StepBits = 22;

    private long _done;

    /// <summary>Adds bytes that were read.</summary>
    public void Add(int count)
    {
        long done = Interlocked.Add(ref _done, count);
        if (done >> StepBits != (done - count) >> StepBits)
        {
            Report(done);
        }
    }

    /// <summary>Tells that all is done.</summary>
    public void Finish() => Report(total);

    private void Report(long done) => progress.Report(new WorkProgress(activity, Math.Min(done, total), total, "bytes"));
}
