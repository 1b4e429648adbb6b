using System.Runtime.ExceptionServices;
using DeepQDataset.Work;

namespace DeepQDataset.Building.Zip;

/// <summary>
/// Prepares entries on several threads, with as many entries as fill a block at a time, and returns them in order. The number of blocks and
/// bytes read ahead is bounded. If entries fail, the error of the first one in order is thrown, independent of the threads.
/// </summary>
internal sealed class EntryPipeline : IDisposable
{
    private const int UnitsForThread = 3;
    private const long MemoryBudget = 64 << 20;

    /// <summary>The maximum time that the writing thread waits before it reports progress.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(100);

    private readonly object _gate = new();
    private readonly EntryPreparer _preparer;
    private readonly ProgressCounter _progress;
    private readonly CancellationTokenSource _stopping;
    private readonly CancellationTokenRegistration _wakeUp;
    private readonly (object? Result, long Cost)[] _slots;
    private readonly Task[] _workers;
    private PreparedUnit? _current;
    private long _currentCost;
    private int _nextEntry;
    private int _started;
    private int _taken;
    private long _inFlight;

    /// <summary>Starts preparing entries.</summary>
    /// <param name="preparer">Prepares the entries.</param>
    /// <param name="threads">The number of threads; at least 1.</param>
    /// <param name="progress">Receives the progress while the writing thread waits.</param>
    /// <param name="cancellation">The token to monitor for cancellation requests.</param>
    public EntryPipeline(EntryPreparer preparer, int threads, ProgressCounter progress, CancellationToken cancellation)
    {
        _preparer = preparer;
        _progress = progress;
        _slots = new (object?, long)[threads * UnitsForThread];
        _stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        _wakeUp = _stopping.Token.Register(WakeUp);
        _workers = new Task[Math.Min(threads, preparer.Count)];
        for (int index = 0; index < _workers.Length; index++)
        {
            _workers[index] = Task.Factory.StartNew(Work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }
    }

    /// <summary>Returns the next entries, which are valid until the next call.</summary>
    /// <exception cref="DatasetException">An entry could not be prepared.</exception>
    /// <exception cref="OperationCanceledException">The operation was canceled.</exception>
    public PreparedUnit Take()
    {
        ReleaseCurrent();
        object? result;
        int slot = _taken % _slots.Length;
        lock (_gate)
        {
            while (_slots[slot].Result is null)
            {
                _stopping.Token.ThrowIfCancellationRequested();
                if (!Monitor.Wait(_gate, Patience))
                {
                    _progress.Report();
                }
            }

            (result, _currentCost) = _slots[slot];
            _slots[slot] = default;
            _taken++;
        }

        (result as ExceptionDispatchInfo)?.Throw();
        _current = (PreparedUnit)result!;
        return _current;
    }

    /// <summary>Stops the work and waits until no thread reads a source.</summary>
    public void Dispose()
    {
        _stopping.Cancel();
        Task.WaitAll(_workers);
        _wakeUp.Dispose();
        _stopping.Dispose();
        _current?.Dispose();
        foreach ((object? result, _) in _slots)
        {
            (result as PreparedUnit)?.Dispose();
        }
    }

    private void Work()
    {
        while (TryStart(out int slot, out int start, out int count, out long cost))
        {
            object result;
            try
            {
                result = _preparer.Prepare(start, count, _stopping.Token);
            }
            catch (Exception exception)
            {
                result = ExceptionDispatchInfo.Capture(exception);
            }

            lock (_gate)
            {
                _slots[slot] = (result, cost);
                Monitor.PulseAll(_gate);
            }
        }
    }

    private bool TryStart(out int slot, out int start, out int count, out long cost)
    {
        lock (_gate)
        {
            start = _nextEntry;
            (slot, count, cost) = (0, 0, 0);
            while (!_stopping.IsCancellationRequested && _nextEntry < _preparer.Count)
            {
                start = _nextEntry;
                count = _preparer.CountFrom(start, out cost);
                if (_started - _taken < _slots.Length && (_inFlight == 0 || _inFlight + cost <= MemoryBudget))
                {
                    slot = _started % _slots.Length;
                    _started++;
                    _nextEntry += count;
                    _inFlight += cost;
                    return true;
                }

                Monitor.Wait(_gate);
            }

            return false;
        }
    }

    private void ReleaseCurrent()
    {
        if (_current is null)
        {
            return;
        }

        _current.Dispose();
        _current = null;
        lock (_gate)
        {
            _inFlight -= _currentCost;
            Monitor.PulseAll(_gate);
        }
    }

    private void WakeUp()
    {
        lock (_gate)
        {
            Monitor.PulseAll(_gate);
        }
    }
}
