using System.Management.Automation;
using DeepQDataset.Commands.Output;
using DeepQDataset.Conversion;
using DeepQDataset.Work;

namespace DeepQDataset.Commands.Bases;

/// <summary>
/// Represents a command that emits the labels of a conversion as they arrive, reports each loss with -Verbose, and summarizes the losses in
/// a warning, or in an error with -Strict.
/// </summary>
public abstract class DqConversionCommand : DqPathCommand
{
    /// <summary>
    /// Reports losses as an error instead of a warning. With <c>-ErrorAction Stop</c>, commands after this one then write nothing.
    /// </summary>
    [Parameter]
    public SwitchParameter Strict { get; set; }

    /// <summary>Converts annotations and emits the labels.</summary>
    /// <param name="path">The path that the work is about, which is the target of errors.</param>
    /// <param name="convert">Creates the labels, on another thread. It must not use the command.</param>
    private protected void Convert(
        string path, Func<ConversionLog, IProgress<WorkProgress>, CancellationToken, IEnumerable<DqLabel>> convert)
    {
        ConversionLog? log = null;
        TryStream(
            path,
            (progress, cancellation) =>
            {
                Queue<object> remarks = new();
                log = new ConversionLog
                {
                    Remarked = remarks.Enqueue,
                    Noted = remarks.Enqueue,
                    Failed = remarks.Enqueue,
                    Wording = RemedyWords.Of,
                };
                return Mix(remarks, () => convert(log, progress, cancellation));
            },
            Emit);
        if (log is not null)
        {
            Summarize(path, log);
        }
    }

    /// <summary>Reports one loss.</summary>
    private protected virtual void Remark(ConversionRemark remark) => WriteVerbose(remark.ToString());

    /// <summary>Inserts remarks about labels between them, so that the pipeline thread can write them.</summary>
    private static IEnumerable<object> Mix(Queue<object> remarks, Func<IEnumerable<DqLabel>> convert)
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
                // Earlier remarks come first.
                (hasMore, failure) = (false, exception);
            }

            while (remarks.TryDequeue(out object? remark))
            {
                yield return remark;
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
            case ConversionRemark remark:
                Remark(remark);
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
            WriteWarning($"'{fullPath}': {summary}. -Verbose lists them.");
        }
    }
}
