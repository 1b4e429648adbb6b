using System.Collections.Concurrent;
using System.Management.Automation;
using DeepQDataset.Commands.Output;
using DeepQDataset.Work;

namespace DeepQDataset.Commands.Bases;

/// <summary>
/// Represents the base class of commands. Work runs on a separate thread and can be canceled; only the pipeline thread calls PowerShell, to
/// write results and progress.
/// </summary>
public abstract class DqCommand : DqCmdlet, IDisposable
{
    /// <summary>The maximum number of results that wait for the pipeline before the work is blocked.</summary>
    private const int Capacity = 256;

    /// <summary>
    /// The maximum time that a stopped command waits for its work to clean up. Work that hangs in the file system is abandoned.
    /// </summary>
    private static readonly TimeSpan CleanupTime = TimeSpan.FromMilliseconds(400);

    private readonly CancellationTokenSource _cancellation = new();

    /// <summary>Gets the token that is canceled when the pipeline is stopped.</summary>
    private protected CancellationToken Cancellation { get; }

    /// <summary>
    /// Initializes a new instance of the <see cref="DqCommand"/> class. The token is read now, so that it is available whenever the
    /// pipeline is stopped.
    /// </summary>
    protected DqCommand() => Cancellation = _cancellation.Token;

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Cancels running work. Also called if neither StopProcessing nor EndProcessing is.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            _cancellation.Dispose();
        }
    }

    /// <inheritdoc/>
    protected override void StopProcessing() => _cancellation.Cancel();

    /// <summary>Runs work with many results and emits each as it arrives. A failure of the work becomes a non-terminating error.</summary>
    /// <param name="path">The path that the work is about, which is the target of errors.</param>
    /// <param name="work">The work, which runs on another thread. It must not use the command.</param>
    /// <param name="emit">Receives each result on the pipeline thread.</param>
    /// <returns>True if the work was completed.</returns>
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
            if (failure is OperationCanceledException)
            {
                throw new PipelineStoppedException(); // The process is about to end.
            }

            WriteError(ErrorRecords.From(failure, path));
            return false;
        }

        return true;
    }

    /// <summary>Runs work with one result.</summary>
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
