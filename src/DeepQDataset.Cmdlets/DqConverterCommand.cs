using System.Management.Automation;
using DeepQDataset.Conversion;
using DeepQDataset.Validation;

namespace DeepQDataset.Commands;

/// <summary>
/// A command that turns annotations into labels: streams them, says with -Verbose what did not come over as it stood, and sums that up in a
/// warning, or in an error with -Strict.
/// </summary>
public abstract class DqConverterCommand : DqPathCommand
{
    /// <summary>Says with an error instead of a warning that something was lost. With <c>-ErrorAction Stop</c>, nothing is written behind it.</summary>
    [Parameter]
    public SwitchParameter Strict { get; set; }

    /// <summary>Makes the labels of one path; called on another thread.</summary>
    /// <param name="fullPath">The rooted path.</param>
    /// <param name="log">Gathers what is lost.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="cancellation">Ends the work.</param>
    private protected abstract IEnumerable<DqLabel> Convert(
        string fullPath, ConversionLog log, IProgress<WorkProgress> progress, CancellationToken cancellation);

    private protected override void ProcessPath(string fullPath)
    {
        WriteVerbose($"Converting the annotations of '{fullPath}'.");
        ConversionLog? log = null;
        TryStream(
            fullPath,
            (progress, cancellation) =>
            {
                Queue<object> asides = new();
                log = new ConversionLog { Remarked = asides.Enqueue, Noted = asides.Enqueue, Failed = asides.Enqueue };
                return Mix(asides, () => Convert(fullPath, log, progress, cancellation));
            },
            Emit);
        if (log is not null)
        {
            Summarize(fullPath, log);
        }
    }

    /// <summary>Puts what is said about labels in between them, so that the pipeline thread can write it.</summary>
    private static IEnumerable<object> Mix(Queue<object> asides, Func<IEnumerable<DqLabel>> convert)
    {
        using IEnumerator<DqLabel> labels = convert().GetEnumerator();
        bool hasMore = true;
        Exception? failure = null;
        while (hasMore)
        {
            try
            {
                hasMore = labels.MoveNext();
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // What was said up to there goes first.
                (hasMore, failure) = (false, exception);
            }

            while (asides.TryDequeue(out object? aside))
            {
                yield return aside;
            }

            if (hasMore)
            {
                yield return labels.Current;
            }
        }

        if (failure is not null)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(failure);
        }
    }

    private void Emit(object item)
    {
        switch (item)
        {
            case DqLabel label:
                WriteObject(label);
                break;
            case DatasetException failure:
                WriteError(ErrorRecords.From(failure, failure.Target));
                break;
            default:
                WriteVerbose(item.ToString());
                break;
        }
    }

    private void Summarize(string fullPath, ConversionLog log)
    {
        string summary = log.Summarize();
        if (Strict && log.Losses > 0)
        {
            WriteError(ErrorRecords.ConversionLosses(fullPath, summary));
        }
        else if (summary.Length > 0)
        {
            WriteWarning($"'{fullPath}': {summary}. -Verbose names each.");
        }
    }
}
