using DeepQDataset.Work;

namespace DeepQDataset.Building.Content;

/// <summary>
/// Tells how many bytes are done, once a mebibyte, so that telling costs nothing beside the work. Any thread counts, one tells.
/// </summary>
/// <param name="activity">What is being done.</param>
/// <param name="total">How many bytes there are.</param>
/// <param name="progress">Who is told; null for nobody.</param>
internal sealed class ByteProgress(string activity, long total, IProgress<WorkProgress>? progress)
{
    private const int Step = 1 << 20;

    private readonly object _gate = new();
    private long _done;
    private long _told;

    /// <summary>Adds what was done, or takes off what has to be done again.</summary>
    /// <param name="bytes">How many bytes.</param>
    public void Add(long bytes) => Interlocked.Add(ref _done, bytes);

    /// <summary>Adds and tells, from any thread.</summary>
    /// <param name="bytes">How many bytes.</param>
    public void Count(long bytes)
    {
        lock (_gate)
        {
            Add(bytes);
            Tell();
        }
    }

    /// <summary>Tells, if there is news. What was told never goes back.</summary>
    public void Tell()
    {
        long done = Interlocked.Read(ref _done);
        if (done - _told >= Step || (done == total && done > _told))
        {
            _told = done;
            progress?.Report(new WorkProgress(activity, done, total, "bytes"));
        }
    }
}
