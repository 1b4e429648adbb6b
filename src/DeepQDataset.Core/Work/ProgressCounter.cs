namespace DeepQDataset.Work;

/// <summary>
/// Counts the work of all threads and reports it in steps, so that reporting costs little. Reported values never decrease. Safe for use by
/// several threads.
/// </summary>
internal sealed class ProgressCounter
{
    private const long ByteStep = 1 << 20;
    private const long ItemStep = 64;

    private readonly object _gate = new();
    private readonly IProgress<WorkProgress>? _progress;
    private readonly string _activity;
    private readonly string _unit;
    private readonly long _total;
    private readonly long _step;
    private long _done;
    private long _reported;

    private ProgressCounter(IProgress<WorkProgress>? progress, string activity, long total, string unit, long step)
    {
        _progress = progress;
        _activity = activity;
        _total = total;
        _unit = unit;
        _step = step;
    }

    /// <summary>Creates a counter of bytes that reports once for each mebibyte.</summary>
    /// <param name="progress">Receives the reports; null for none.</param>
    /// <param name="activity">The activity.</param>
    /// <param name="total">The number of bytes.</param>
    public static ProgressCounter OfBytes(IProgress<WorkProgress>? progress, string activity, long total) =>
        new(progress, activity, total, "bytes", ByteStep);

    /// <summary>Creates a counter of items that reports once for 64 items.</summary>
    /// <param name="progress">Receives the reports; null for none.</param>
    /// <param name="activity">The activity.</param>
    /// <param name="total">The number of items.</param>
    /// <param name="unit">The unit, such as <c>images</c>.</param>
    public static ProgressCounter OfItems(IProgress<WorkProgress>? progress, string activity, long total, string unit) =>
        new(progress, activity, total, unit, ItemStep);

    /// <summary>Adds completed work, or subtracts work that must be repeated, without a report.</summary>
    /// <param name="count">The number of bytes or items.</param>
    public void Add(long count) => Interlocked.Add(ref _done, count);

    /// <summary>Adds completed work, and reports it if a step is complete.</summary>
    /// <param name="count">The number of bytes or items.</param>
    public void Advance(long count = 1)
    {
        long done = Interlocked.Add(ref _done, count);
        if (IsDue(done, Volatile.Read(ref _reported)))
        {
            Report();
        }
    }

    /// <summary>Reports if a step is complete since the last report.</summary>
    public void Report()
    {
        lock (_gate)
        {
            long done = Math.Min(Interlocked.Read(ref _done), _total);
            if (IsDue(done, _reported))
            {
                Volatile.Write(ref _reported, done);
                _progress?.Report(new WorkProgress(_activity, done, _total, _unit));
            }
        }
    }

    /// <summary>Reports completion, even if there was less work than expected.</summary>
    public void Finish()
    {
        Interlocked.Exchange(ref _done, _total);
        Report();
    }

    private bool IsDue(long done, long reported) => done - reported >= _step || (done >= _total && reported < _total);
}
