using System.Diagnostics;
using System.Management.Automation;
using DeepQDataset.Cmdlets.Tests.Engine;
using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Cmdlets.Tests.Bases;

public sealed class StopTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly TempFolder _folder = new();
    private readonly PowerShellSession _session;

    public StopTests()
    {
        // Sparse files that deflate well: much work without disk space.
        Directory.CreateDirectory(_folder["slow"]);
        for (int number = 1; number <= 4; number++)
        {
            SparseFile.Create(_folder[$"slow/{number}.dcm"], 4L << 30);
        }

        _session = new PowerShellSession(_folder.FullPath);
    }

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_stopped_archive_ends_at_once_and_leaves_nothing()
    {
        using PowerShell shell = _session.Create(
            "1..4 | ForEach-Object { [pscustomobject]@{ Image = \"$_.dcm\"; Class = 'x'; Value = 1 } } | New-DqDatasetArchive "
            + "-ImageFolder slow -DestinationPath a.zip");
        IAsyncResult running = shell.BeginInvoke();
        await WaitFor(() => Directory.EnumerateFiles(_folder.FullPath).Any());

        long started = Stopwatch.GetTimestamp();
        shell.Stop();

        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromSeconds(5));
        Assert.Throws<PipelineStoppedException>(() => shell.EndInvoke(running));
        await WaitFor(() => !Directory.EnumerateFiles(_folder.FullPath).Any());
    }

    [Fact]
    public async Task Progress_comes_at_most_five_times_a_second_with_counts_and_time_left()
    {
        Directory.CreateDirectory(_folder["many"]);
        for (int number = 1; number <= 100; number++)
        {
            SparseFile.Create(_folder[$"many/{number}.dcm"], 64L << 20);
        }

        using PowerShell shell = _session.Create(
            "1..100 | ForEach-Object { [pscustomobject]@{ Image = \"$_.dcm\"; Class = 'x'; Value = 1 } } | New-DqDatasetArchive "
            + "-ImageFolder many -DestinationPath a.zip");
        long started = Stopwatch.GetTimestamp();
        IAsyncResult running = shell.BeginInvoke();
        await WaitFor(() => shell.Streams.Progress.Count >= 3 || running.IsCompleted);
        ProgressRecord[] records = [.. shell.Streams.Progress];
        double seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        shell.Stop();

        Assert.InRange(records.Length, 3, Math.Ceiling(seconds * 5));
        Assert.All(records, record =>
        {
            Assert.Matches("^[0-9,]+ of [0-9,]+ bytes$", record.StatusDescription);
            Assert.InRange(record.PercentComplete, 0, 100);
            Assert.InRange(record.SecondsRemaining, 0, int.MaxValue);
        });
    }

    [Fact]
    public void A_later_command_that_has_enough_stops_the_work_and_the_session_goes_on()
    {
        Datasets.ClassFolders().WriteFolder(_folder["folders"]);
        CommandOutput output = _session.Run("""
            $seen = 0
            try { ConvertFrom-DqClassFolders folders | ForEach-Object { $seen++; throw 'enough' } } catch { "$_" }
            $seen
            @(ConvertFrom-DqClassFolders folders).Count
            """);

        Assert.Equal(["enough", "1", "6"], output.Texts);
    }

    private static async Task WaitFor(Func<bool> condition)
    {
        long started = Stopwatch.GetTimestamp();
        while (!condition())
        {
            Assert.True(Stopwatch.GetElapsedTime(started) < Patience, "It does not happen.");
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }
}
