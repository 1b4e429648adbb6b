using System.Collections.Concurrent;
using System.Management.Automation;
using DeepQDataset.Commands.Output;
using DeepQDataset.Work;

namespace DeepQDataset.Commands.Bases;

/// <summary>
/// Represents what all commands share: work runs on a thread of its own and can be cancelled, while the pipeline thread, the only one that
/// may talk to PowerShell, writes what it finds and how far it is.
/// </summary>
public abstract class DqCommand : PSCmdlet, IDisposable
{
    /// <summary>The number of results that wait for the pipeline at most before the work waits for it.</summary>
    private const int Capacity = 256;

    /// <summary>
    /// How long a stopped command waits for its work to clean up. Work that hangs in the file system is left to end by itself.
    /// </summary>
    private static readonly TimeSpan CleanupTime = TimeSpan.FromMilliseconds(400);

    private readonly CancellationTokenSource _cancellation = new();

    /// <summary>Ends the work when the pipeline is stopped.</summary>
    private protected CancellationToken Cancellation { get; }

    /// <summary>Makes the token, so that it is there whenever the pipeline is stopped.</summary>
    protected DqCommand() => Cancellation = _cancellation.Token;

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Ends what still runs. It is called also where neither StopProcessing nor EndProcessing is.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            _cancellation.Dispose();
        }
    }

    /// <inheritdoc/>
    protected override void StopProcessing() => _cancellation.Cancel();

    /// <summary>
    /// Does work that gives many results, and emits each as it comes. A failure of the work becomes a non-terminating error.
    /// </summary>
    /// <param name="path">The path it is about; the error's target.</param>
    /// <param name="work">The work, on another thread. It must not touch the command.</param>
    /// <param name="emit">Takes each result on the pipeline thread.</param>
    /// <returns>True if the work was done.</returns>
    private protected bool TryStream<T>(string path, Func<IProgress<WorkProgress>, CancellationToken, IEnumerable<T>> work, Action<T> emit)
    {
        CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        BlockingCollection<T> results = new(Capacity);
        ProgressReporter progress = new(path);
        Task worker = Task.Factory.StartNew(
            () => Fill(results, work, progress, stop.Token),
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
        try
        {
            while (!results.IsCompleted)
            {
                if (results.TryTake(out T? result, (int)ProgressReporter.Interval.TotalMilliseconds, Cancellation))
                {
                    emit(result);
                }

                Show(progress.Next());
            }

            Show(progress.Last());
        }
        catch (OperationCanceledException) when (Cancellation.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
        finally
        {
            stop.Cancel();
            if (Task.WaitAny([worker], CleanupTime) == 0)
            {
                results.Dispose();
                stop.Dispose();
            }
        }

        if (Cancellation.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }

        if (worker.Exception?.InnerException is Exception failure)
        {
            WriteError(ErrorRecords.From(failure, path));
            return false;
        }

        return true;
    }

    /// <summary>Does work that gives one result.</summary>
    private protected bool TryWork<T>(string path, Func<IProgress<WorkProgress>, CancellationToken, T> work, Action<T> emit) =>
        TryStream(path, (progress, cancellation) => Enumerable.Repeat(0, 1).Select(_ => work(progress, cancellation)), emit);

    private static void Fill<T>(
        BlockingCollection<T> results,
        Func<IProgress<WorkProgress>, CancellationToken, IEnumerable<T>> work,
        ProgressReporter progress,
        CancellationToken cancellation)
    {
        try
        {
            foreach (T result in work(progress, cancellation))
            {
                results.Add(result, cancellation);
            }
        }
        finally
        {
            results.CompleteAdding();
        }
    }

    private void Show(ProgressRecord? record)
    {
        if (record is not null)
        {
            WriteProgress(record);
        }
    }
}
