using System.Runtime.ExceptionServices;

namespace DeepQDataset.Building;

/// <summary>
/// Prepares entries on several threads and hands them over one by one in their order. How far it reads ahead is bounded by a number of
/// entries and of bytes. The first entry that fails, in their order, is the one whose error comes out, however the threads run.
/// </summary>
internal sealed class EntryPipeline : IDisposable
{
    private const int Window = 256;
    private const long MemoryBudget = 64 << 20;
    private const long LeastCost = 1 << 16;

    private readonly object _gate = new();
    private readonly IReadOnlyList<PlannedEntry> _entries;
    private readonly EntryPreparer _preparer;
    private readonly CancellationTokenSource _stopping;
    private readonly CancellationTokenRegistration _wakeUp;
    private readonly object?[] _slots = new object?[Window];
    private readonly Task[] _workers;
    private PreparedEntry? _current;
    private int _started;
    private int _taken;
    private long _inFlight;

    /// <summary>Starts preparing.</summary>
    /// <param name="entries">The entries in their order.</param>
    /// <param name="preparer">Prepares each.</param>
    /// <param name="threads">How many threads work, at least 1.</param>
    /// <param name="cancellation">Ends the work.</param>
    public EntryPipeline(IReadOnlyList<PlannedEntry> entries, EntryPreparer preparer, int threads, CancellationToken cancellation)
    {
        _entries = entries;
        _preparer = preparer;
        _stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        _wakeUp = _stopping.Token.Register(WakeUp);
        _workers = new Task[Math.Min(threads, entries.Count)];
        for (int index = 0; index < _workers.Length; index++)
        {
            _workers[index] = Task.Factory.StartNew(Work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }
    }

    /// <summary>Hands over the next entry; it lives until the next call.</summary>
    /// <exception cref="DatasetException">It could not be prepared.</exception>
    /// <exception cref="OperationCanceledException">The work was ended.</exception>
    public PreparedEntry Take()
    {
        ReleaseCurrent();
        object? result;
        lock (_gate)
        {
            int slot = _taken % Window;
            while (_slots[slot] is null)
            {
                _stopping.Token.ThrowIfCancellationRequested();
                Monitor.Wait(_gate);
            }

            result = _slots[slot];
            _slots[slot] = null;
            _taken++;
            Monitor.PulseAll(_gate);
        }

        (result as ExceptionDispatchInfo)?.Throw();
        _current = (PreparedEntry)result!;
        return _current;
    }

    /// <summary>Ends the work, and waits until no thread reads a source any more.</summary>
    public void Dispose()
    {
        _stopping.Cancel();
        Task.WaitAll(_workers);
        _wakeUp.Dispose();
        _stopping.Dispose();
        _current?.Dispose();
        foreach (object? slot in _slots)
        {
            (slot as PreparedEntry)?.Dispose();
        }
    }

    private static long CostOf(PlannedEntry entry) => Math.Max(LeastCost, Math.Min(entry.Content.Length ?? SpillBuffer.MemoryBytes, SpillBuffer.MemoryBytes));

    private void Work()
    {
        while (TryStart(out int index))
        {
            object result;
            try
            {
                result = _preparer.Prepare(_entries[index], _stopping.Token);
            }
            catch (Exception exception)
            {
                result = ExceptionDispatchInfo.Capture(exception);
            }

            lock (_gate)
            {
                _slots[index % Window] = result;
                Monitor.PulseAll(_gate);
            }
        }
    }

    private bool TryStart(out int index)
    {
        lock (_gate)
        {
            while (true)
            {
                index = _started;
                if (_stopping.IsCancellationRequested || index == _entries.Count)
                {
                    return false;
                }

                long cost = CostOf(_entries[index]);
                if (index - _taken < Window && (_inFlight == 0 || _inFlight + cost <= MemoryBudget))
                {
                    _started++;
                    _inFlight += cost;
                    return true;
                }

                Monitor.Wait(_gate);
            }
        }
    }

    private void ReleaseCurrent()
    {
        if (_current is null)
        {
            return;
        }

        _current.Dispose();
        lock (_gate)
        {
            _inFlight -= CostOf(_current.Planned);
            Monitor.PulseAll(_gate);
        }

        _current = null;
    }

    private void WakeUp()
    {
        lock (_gate)
        {
            Monitor.PulseAll(_gate);
        }
    }
}
