using System.Diagnostics;
using System.Globalization;
using System.Management.Automation;
using DeepQDataset.Work;

namespace DeepQDataset.Commands.Output;

/// <summary>Receives progress from any thread and shows the latest on the pipeline thread, at most five times a second.</summary>
/// <param name="path">The path that is being processed.</param>
internal sealed class ProgressReporter(string path) : IProgress<WorkProgress>
{
    /// <summary>The minimum time between two records.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    private const int ActivityId = 7_204;

    private readonly long _started = Stopwatch.GetTimestamp();
    private readonly object _gate = new();
    private WorkProgress? _latest;
    private string? _activity;
    private long _activityStarted;
    private long _shown = Stopwatch.GetTimestamp();

    /// <inheritdoc/>
    public void Report(WorkProgress value)
    {
        lock (_gate)
        {
            // Threads may report out of order; the reported count never decreases.
            if (_latest is not WorkProgress latest
                || !string.Equals(latest.Activity, value.Activity, StringComparison.Ordinal)
                || latest.Done <= value.Done)
            {
                _latest = value;
            }
        }
    }

    /// <summary>Returns the record to show now; null if there is nothing new or it is too early.</summary>
    public ProgressRecord? Next()
    {
        if (Stopwatch.GetElapsedTime(_shown) < Interval)
        {
            return null;
        }

        WorkProgress? taken;
        lock (_gate)
        {
            taken = _latest;
            _latest = null;
        }

        if (taken is not WorkProgress progress)
        {
            return null;
        }

        _shown = Stopwatch.GetTimestamp();
        return ToRecord(progress);
    }

    /// <summary>Returns the record that removes the display; null if nothing was shown.</summary>
    public ProgressRecord? Last() => _activity is null
        ? null
        : new ProgressRecord(ActivityId, _activity, "Done") { RecordType = ProgressRecordType.Completed };

    private ProgressRecord ToRecord(WorkProgress progress)
    {
        if (!string.Equals(_activity, progress.Activity, StringComparison.Ordinal))
        {
            _activityStarted = _activity is null ? _started : Stopwatch.GetTimestamp();
            _activity = progress.Activity;
        }

        string status = string.Create(CultureInfo.InvariantCulture, $"{progress.Done:N0} of {progress.Total:N0} {progress.Unit}");
        ProgressRecord record = new(ActivityId, progress.Activity, status) { CurrentOperation = path };
        if (progress.Total > 0 && progress.Done > 0)
        {
            double share = Math.Clamp((double)progress.Done / progress.Total, 0, 1);
            record.PercentComplete = (int)(share * 100);
            record.SecondsRemaining = (int)
                Math.Min(int.MaxValue, Stopwatch.GetElapsedTime(_activityStarted).TotalSeconds * (1 - share) / share);
        }

        return record;
    }
}
