using DeepQDataset.Work;
using Xunit;

namespace DeepQDataset.Core.Tests.Work;

public sealed class ProgressCounterTests
{
    [Fact]
    public void It_reports_once_in_a_step_and_at_the_end()
    {
        Recorder recorder = new();
        ProgressCounter counter = ProgressCounter.OfItems(recorder, "Reading", 130, "files");
        for (int index = 0; index < 130; index++)
        {
            counter.Advance();
        }

        Assert.Equal([64, 128, 130], recorder.Reports.ConvertAll(static report => report.Done));
        Assert.All(recorder.Reports, static report => Assert.Equal(new WorkProgress("Reading", report.Done, 130, "files"), report));
    }

    [Fact]
    public void What_is_added_is_reported_when_asked_for()
    {
        Recorder recorder = new();
        ProgressCounter counter = ProgressCounter.OfBytes(recorder, "Reading", 3 << 20);
        counter.Add((1 << 20) - 1);
        counter.Report();
        Assert.Empty(recorder.Reports);

        counter.Add(1);
        counter.Report();
        Assert.Equal(1 << 20, Assert.Single(recorder.Reports).Done);
    }

    [Fact]
    public void What_is_reported_never_goes_back_nor_beyond_the_total()
    {
        Recorder recorder = new();
        ProgressCounter counter = ProgressCounter.OfBytes(recorder, "Reading", 4 << 20);
        counter.Advance(2 << 20);
        counter.Add(-(2 << 20));
        counter.Advance(1 << 20);
        counter.Advance(8 << 20);
        counter.Advance(8 << 20);
        counter.Finish();

        Assert.Equal([2 << 20, 4 << 20], recorder.Reports.ConvertAll(static report => report.Done));
    }

    [Fact]
    public void What_was_less_than_expected_is_reported_as_done_at_the_end()
    {
        Recorder recorder = new();
        ProgressCounter counter = ProgressCounter.OfItems(recorder, "Reading", 100, "files");
        counter.Advance(10);
        counter.Finish();

        Assert.Equal(100, Assert.Single(recorder.Reports).Done);
    }

    [Fact]
    public void Threads_count_together_and_reports_come_in_order()
    {
        Recorder recorder = new();
        ProgressCounter counter = ProgressCounter.OfItems(recorder, "Reading", 100_000, "files");
        ParallelWork.Run(100_000, 4, _ => counter.Advance(), TestContext.Current.CancellationToken);

        List<long> done = recorder.Reports.ConvertAll(static report => report.Done);
        Assert.Equal(done.Order(), done);
        Assert.Equal(done.Distinct(), done);
        Assert.Equal(100_000, done[^1]);
    }

    private sealed class Recorder : IProgress<WorkProgress>
    {
        public List<WorkProgress> Reports { get; } = [];

        public void Report(WorkProgress value) => Reports.Add(value);
    }
}
