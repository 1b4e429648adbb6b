namespace DeepQDataset.Work;

/// <summary>
/// Counts what all threads have done, and reports it in steps, so that reporting costs nothing beside the work. What is reported never goes
/// back. Any thread may call any member.
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

    /// <summary>Counts bytes; reports once a mebibyte.</summary>
    /// <param name="progress">Receives the reports; null for none.</param>
    /// <param name="activity">What is being done.</param>
    /// <param name="total">The number of bytes.</param>
    public static ProgressCounter OfBytes(IProgress<WorkProgress>? progress, string activity, long total) =>
        new(progress, activity, total, "bytes", ByteStep);

    /// <summary>Counts items; reports once in 64 items.</summary>
    /// <param name="progress">Receives the reports; null for none.</param>
    /// <param name="activity">What is being done.</param>
    /// <param name="total">The number of items.</param>
    /// <param name="unit">What the items are, such as <c>images</c>.</param>
    public static ProgressCounter OfItems(IProgress<WorkProgress>? progress, string activity, long total, string unit) =>
        new(progress, activity, total, unit, ItemStep);

    /// <summary>Adds what was done, or takes off what has to be done again, without a report.</summary>
    /// <param name="count">The number of bytes or items.</param>
    public void Add(long count) => Interlocked.Add(ref _done, count);

    /// <summary>Adds what was done, and reports it if a step is complete.</summary>
    /// <param name="count">The number of bytes or items.</param>
    public void Advance(long count = 1)
    {
        long done = Interlocked.Add(ref _done, count);
        if (IsDue(done, Volatile.Read(ref _reported)))
        {
            Report();
        }
    }

    /// <summary>Reports, if a step is complete since the last report.</summary>
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

    /// <summary>Reports that all is done, even where less was to do than was known before.</summary>
    public void Finish()
    {
        Interlocked.Exchange(ref _done, _total);
        Report();
    }

    private bool IsDue(long done, long reported) => done - reported >= _step || (done >= _total && reported < _total);
}
