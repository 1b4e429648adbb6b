using System.Diagnostics;
using System.Management.Automation;
using DeepQDataset.Cmdlets.Tests.Engine;
using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Cmdlets.Tests;

public sealed class StopTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly TempFolder _folder = new();
    private readonly PowerShellSession _session;

    public StopTests()
    {
        // Sparse files that deflate well: much work, and no room taken.
        Directory.CreateDirectory(_folder["slow"]);
        for (int number = 1; number <= 4; number++)
        {
            using FileStream file = File.Create(_folder[$"slow/{number}.dcm"]);
            file.SetLength(4L << 30);
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
            "1..4 | ForEach-Object { [pscustomobject]@{ Image = \"$_.dcm\"; Class = 'x'; Value = 1 } } | New-DqDatasetArchive -ImageFolder slow -DestinationPath a.zip");
        IAsyncResult running = shell.BeginInvoke();
        await WaitFor(() => Directory.EnumerateFiles(_folder.FullPath).Any());

        long started = Stopwatch.GetTimestamp();
        shell.Stop();

        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromSeconds(2));
        Assert.Throws<PipelineStoppedException>(() => shell.EndInvoke(running));
        await WaitFor(() => !Directory.EnumerateFiles(_folder.FullPath).Any());
    }

    [Fact]
    public void A_later_command_that_has_enough_stops_the_work()
    {
        CommandOutput output = _session.Run("""
            function Take-One { [CmdletBinding()] param([Parameter(ValueFromPipeline)] $Item) process { $Item; throw 'enough' } }
            try { Get-DqRule | Take-One } catch { "$_" }
            """);
        Assert.Equal("enough", output.Texts.Last());
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
