namespace DeepQDataset.Work;

/// <summary>Runs work on several threads and returns the results in order, with a limited number waiting.</summary>
internal static class OrderedWork
{
    /// <summary>The number of items in progress or completed for each thread.</summary>
    private const int Ahead = 4;

    /// <summary>Runs the work.</summary>
    /// <param name="items">The items, enumerated on demand.</param>
    /// <param name="work">The work, which runs on any thread.</param>
    /// <param name="threads">The number of threads; at least 1.</param>
    /// <param name="cancellation">The token to monitor for cancellation requests.</param>
    public static IEnumerable<TResult> Run<TItem, TResult>(
        IEnumerable<TItem> items, Func<TItem, TResult> work, int threads, CancellationToken cancellation)
    {
        int limit = Math.Max(1, threads);
        TaskFactory<TResult> factory = new(
            cancellation,
            TaskCreationOptions.DenyChildAttach,
            TaskContinuationOptions.None,
            new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, limit).ConcurrentScheduler);
        Queue<Task<TResult>> pending = new();
        try
        {
            foreach (TItem item in items)
            {
                pending.Enqueue(factory.StartNew(() => work(item), cancellation));
                if (pending.Count >= limit * Ahead)
                {
                    yield return Take(pending, cancellation);
                }
            }

            while (pending.Count > 0)
            {
                yield return Take(pending, cancellation);
            }
        }
        finally
        {
            // Running work still uses the sources.
            WaitForAll(pending);
        }
    }

    private static TResult Take<TResult>(Queue<Task<TResult>> pending, CancellationToken cancellation)
    {
        Task<TResult> next = pending.Peek();
        next.WaitAsync(cancellation).GetAwaiter().GetResult();
        return pending.Dequeue().Result;
    }

    private static void WaitForAll<TResult>(Queue<Task<TResult>> pending)
    {
        try
        {
            Task.WaitAll(pending.ToArray());
        }
        catch (AggregateException)
        {
            // The first failure has already been thrown; this is a consequence.
        }
    }
}
