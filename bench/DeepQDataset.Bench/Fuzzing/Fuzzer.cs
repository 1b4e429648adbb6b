using System.Diagnostics;
using System.Globalization;
using DeepQDataset.TestKit;

namespace DeepQDataset.Bench.Fuzzing;

/// <summary>Examines mutated files. Each must end in a result or a typed error, within a second and 64 MiB of allocations.</summary>
internal abstract class Fuzzer : IDisposable
{
    private const int ShownViolations = 20;
    private const long MaximumBytes = 64L << 20;

    private static readonly TimeSpan MaximumTime = TimeSpan.FromSeconds(1);

    private readonly SortedDictionary<string, long> _outcomes = new(StringComparer.Ordinal);
    private int _violations;
    private (double Milliseconds, int Case) _slowest;
    private (long Bytes, int Case) _hungriest;

    /// <summary>Gets a folder, in memory if possible, since a million files would wear a disk.</summary>
    protected TempFolder Folder { get; } = MemoryFolder();

    /// <summary>Gets the name of the mutated files in the plural.</summary>
    protected abstract string Subject { get; }

    /// <summary>Runs cases and prints the results.</summary>
    /// <param name="fuzzer">The fuzzer.</param>
    /// <param name="first">The number of the first case; a case is always the same.</param>
    /// <param name="count">The number.</param>
    /// <returns>0 if nothing was violated.</returns>
    public static int Run(Fuzzer fuzzer, int first, int count)
    {
        using (fuzzer)
        {
            fuzzer.WarmUp();
            long started = Stopwatch.GetTimestamp();
            for (int number = first; number < first + count; number++)
            {
                fuzzer.Try(number);
            }

            fuzzer.Print(count, Stopwatch.GetElapsedTime(started));
            return fuzzer._violations == 0 ? 0 : 1;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(isDisposing: true);
        Folder.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Makes the mutated file of a case.</summary>
    protected abstract void Prepare(int number);

    /// <summary>Examines the file that was made.</summary>
    /// <returns>The outcome, in a few words.</returns>
    protected abstract string Examine(int number);

    /// <summary>Gets the number of cases at the start that also compile the code.</summary>
    protected virtual int WarmUpCases => 1;

    /// <summary>Releases what the fuzzer holds.</summary>
    protected virtual void Dispose(bool isDisposing)
    {
    }

    /// <summary>Counts something that came of a case.</summary>
    protected void Count(string outcome) => _outcomes[outcome] = _outcomes.GetValueOrDefault(outcome) + 1;

    /// <summary>Reports a violation.</summary>
    protected void Violate(int number, string what)
    {
        _violations++;
        if (_violations <= ShownViolations)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"VIOLATION in case {number}: {what}"));
        }
    }

    private static TempFolder MemoryFolder()
    {
        const string Shared = "/dev/shm";
        if (Directory.Exists(Shared))
        {
            Environment.SetEnvironmentVariable("TMPDIR", Shared);
        }

        return new TempFolder();
    }

    private void WarmUp()
    {
        for (int number = 0; number < WarmUpCases; number++)
        {
            Try(number);
        }

        _outcomes.Clear();
        _violations = 0;
        _slowest = default;
        _hungriest = default;
    }

    private void Try(int number)
    {
        Prepare(number);
        TimeSpan time = TimeSpan.MaxValue;
        long allocated = 0;
        for (int attempt = 0; attempt < 3 && time > MaximumTime; attempt++) // a pause of the machine is not the fault of a case
        {
            long before = GC.GetTotalAllocatedBytes();
            long started = Stopwatch.GetTimestamp();
            string outcome = TryExamine(number);
            time = Stopwatch.GetElapsedTime(started);
            allocated = GC.GetTotalAllocatedBytes() - before;
            if (attempt == 0)
            {
                Count(outcome);
            }
        }

        if (time.TotalMilliseconds > _slowest.Milliseconds)
        {
            _slowest = (time.TotalMilliseconds, number);
        }

        if (allocated > _hungriest.Bytes)
        {
            _hungriest = (allocated, number);
        }

        if (time > MaximumTime || allocated > MaximumBytes)
        {
            Violate(number, string.Create(CultureInfo.InvariantCulture, $"took {time.TotalMilliseconds:F0} ms and {allocated} bytes"));
        }
    }

    private string TryExamine(int number)
    {
        try
        {
            return Examine(number);
        }
        catch (Exception exception)
        {
            Violate(number, exception.ToString());
            return $"unexpected {exception.GetType().Name}";
        }
    }

    private void Print(int count, TimeSpan time)
    {
        foreach ((string outcome, long cases) in _outcomes)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{cases,10} {outcome}"));
        }

        double mebibytes = _hungriest.Bytes / (double)(1 << 20);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"slowest {_slowest.Milliseconds:F1} ms (case {_slowest.Case}), hungriest {mebibytes:F1} MiB (case {_hungriest.Case})"));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{count} mutated {Subject} in {time.TotalSeconds:F0} s, {_violations} violations"));
    }
}
