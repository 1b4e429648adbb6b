using DeepQDataset.Work;
using Xunit;

namespace DeepQDataset.Core.Tests.Work;

public sealed class ParallelWorkTests
{
    [Theory]
    [InlineData(0, 4)]
    [InlineData(1, 4)]
    [InlineData(1000, 1)]
    [InlineData(1000, 0)]
    [InlineData(1000, 7)]
    public void Each_item_is_worked_on_once(int count, int threads)
    {
        int[] times = new int[count];
        ParallelWork.Run(count, threads, index => Interlocked.Increment(ref times[index]), TestContext.Current.CancellationToken);

        Assert.All(times, static time => Assert.Equal(1, time));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void No_more_threads_work_than_allowed_and_as_many_as_allowed(int threads)
    {
        int busy = 0;
        int most = 0;
        using CountdownEvent all = new(threads);
        ParallelWork.Run(
            30,
            threads,
            index =>
            {
                int now = Interlocked.Increment(ref busy);
                lock (all)
                {
                    most = Math.Max(most, now);
                    if (index < threads)
                    {
                        all.Signal();
                    }
                }

                // The first items end only when all threads have begun with one.
                Assert.True(all.Wait(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
                Interlocked.Decrement(ref busy);
            },
            TestContext.Current.CancellationToken);

        Assert.Equal(threads, most);
    }

    [Fact]
    public void One_thread_takes_the_items_in_their_order()
    {
        List<int> order = [];
        ParallelWork.Run(100, 1, order.Add, TestContext.Current.CancellationToken);

        Assert.Equal(Enumerable.Range(0, 100), order);
    }

    [Fact]
    public void The_first_failure_in_the_order_of_the_items_is_thrown_as_it_is()
    {
        using ManualResetEventSlim laterHasFailed = new();
        int last = 0;
        InvalidDataException failure = Assert.Throws<InvalidDataException>(() => ParallelWork.Run(
            1000,
            2,
            index =>
            {
                Interlocked.Exchange(ref last, Math.Max(last, index));
                if (index == 4)
                {
                    Assert.True(laterHasFailed.Wait(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
                    throw new InvalidDataException("4");
                }

                if (index == 5)
                {
                    laterHasFailed.Set();
                    throw new InvalidDataException("5");
                }
            },
            TestContext.Current.CancellationToken));

        Assert.Equal("4", failure.Message);
        Assert.InRange(last, 5, 6);
    }

    [Fact]
    public void Cancellation_starts_no_further_item_and_comes_before_failures()
    {
        using CancellationTokenSource cancelling = new();
        int started = 0;
        Assert.ThrowsAny<OperationCanceledException>(() => ParallelWork.Run(
            1000,
            4,
            index =>
            {
                Interlocked.Increment(ref started);
                cancelling.Cancel();
                throw new InvalidDataException("an effect");
            },
            cancelling.Token));

        Assert.InRange(started, 1, 4);
    }

    [Fact]
    public void Each_thread_has_a_tool_of_its_own_that_is_disposed_even_after_a_failure()
    {
        List<Tool> tools = [];
        Assert.Throws<InvalidDataException>(() => ParallelWork.Run(
            100,
            4,
            () =>
            {
                Tool tool = new();
                lock (tools)
                {
                    tools.Add(tool);
                }

                return tool;
            },
            static (index, tool) =>
            {
                Assert.Equal(1, Interlocked.Increment(ref tool.Users));
                Thread.Yield();
                Interlocked.Decrement(ref tool.Users);
                if (index == 90)
                {
                    throw new InvalidDataException();
                }
            },
            TestContext.Current.CancellationToken));

        Assert.InRange(tools.Count, 1, 4);
        Assert.All(tools, static tool => Assert.True(tool.IsDisposed));
    }

    private sealed class Tool : IDisposable
    {
        public int Users;

        public bool IsDisposed { get; private set; }

        public void Dispose() => IsDisposed = true;
    }
}
