using System.Runtime.ExceptionServices;

namespace DeepQDataset.Work;

/// <summary>
/// Runs work for a number of items on several threads. Threads take the items in order, so that a source is read from start to end. Callers
/// store each result at the index of its item, or use <see cref="OrderedWork"/>.
/// </summary>
/// <remarks>
/// The failure of the first item in order is thrown unchanged, independent of the threads: items after it are not started, items before it
/// are completed. Cancellation always throws <see cref="OperationCanceledException"/>; long-running work must observe the token itself.
/// </remarks>
internal static class ParallelWork
{
    /// <summary>Runs the work.</summary>
    /// <param name="count">The number of items.</param>
    /// <param name="threads">The number of threads; values below 1 mean 1.</param>
    /// <param name="work">The work for an index, which runs on any thread.</param>
    /// <param name="cancellation">The token to monitor for cancellation requests. No further item is started.</param>
    /// <exception cref="OperationCanceledException">The operation was canceled.</exception>
    public static void Run(int count, int threads, Action<int> work, CancellationToken cancellation)
    {
        ItemQueue items = new(count, cancellation);
        RunThreads(items, threads, () =>
        {
            while (items.TryTake(out int index))
            {
                items.Try(index, static (item, work) => work(item), work);
            }
        });
    }

    /// <summary>Runs work that needs a tool, such as a reader with its buffers. Each thread has its own.</summary>
    /// <param name="count">The number of items.</param>
    /// <param name="threads">The number of threads; values below 1 mean 1.</param>
    /// <param name="createTool">Creates the tool of a thread.</param>
    /// <param name="work">The work for an index, which runs on any thread.</param>
    /// <param name="cancellation">The token to monitor for cancellation requests. No further item is started.</param>
    /// <exception cref="OperationCanceledException">The operation was canceled.</exception>
    public static void Run<TTool>(
        int count, int threads, Func<TTool> createTool, Action<int, TTool> work, CancellationToken cancellation)
        where TTool : IDisposable
    {
        ItemQueue items = new(count, cancellation);
        RunThreads(items, threads, () =>
        {
            using TTool tool = createTool();
            while (items.TryTake(out int index))
            {
                items.Try(index, work, tool);
            }
        });
    }

    private static void RunThreads(ItemQueue items, int threads, Action thread)
    {
        int used = Math.Min(Math.Max(1, threads), items.Count);
        Parallel.For(0, used, new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, used) }, _ => thread());
        items.ThrowIfFailed();
    }

    /// <summary>Distributes the items and keeps the first failure.</summary>
    private sealed class ItemQueue(int count, CancellationToken cancellation)
    {
        private readonly object _gate = new();
        private int _next = -1;
        private int _failed = int.MaxValue;
        private ExceptionDispatchInfo? _failure;

        public int Count => count;

        public bool TryTake(out int index)
        {
            index = -1;
            if (cancellation.IsCancellationRequested || Volatile.Read(ref _failed) < int.MaxValue)
            {
                return false;
            }

            index = Interlocked.Increment(ref _next);
            return index < count;
        }

        public void Try<TTool>(int index, Action<int, TTool> work, TTool tool)
        {
            try
            {
                work(index, tool);
            }
            catch (Exception exception)
            {
                lock (_gate)
                {
                    if (index < _failed)
                    {
                        _failure = ExceptionDispatchInfo.Capture(exception);
                        Volatile.Write(ref _failed, index);
                    }
                }
            }
        }

        public void ThrowIfFailed()
        {
            cancellation.ThrowIfCancellationRequested();
            _failure?.Throw();
        }
    }
}
