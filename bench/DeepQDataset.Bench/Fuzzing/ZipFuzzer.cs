using System.Diagnostics;
using System.Globalization;
using DeepQDataset.Extraction;
using DeepQDataset.Sources;
using DeepQDataset.TestKit;
using DeepQDataset.Validation;

namespace DeepQDataset.Bench.Fuzzing;

/// <summary>
/// Reads, tests and unpacks mutated zips. Each must end in a result or a typed error, within a second and 64 MiB of allocations, and write
/// nothing outside of its destination.
/// </summary>
internal sealed class ZipFuzzer : IDisposable
{
    private const int ShownViolations = 20;
    private const long MostBytes = 64L << 20;

    /// <summary>Of so many cases, one is unpacked, too.</summary>
    private const int UnpackEach = 16;

    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(1);
    private static readonly DqLevel[] Levels = [DqLevel.Structure, DqLevel.Header, DqLevel.Full, DqLevel.Full];

    private readonly TempFolder _folder = MemoryFolder();
    private readonly SortedDictionary<string, long> _outcomes = new(StringComparer.Ordinal);
    private readonly string _archive;
    private readonly string _destination;
    private int _violations;
    private (double Milliseconds, int Case) _slowest;
    private (long Bytes, int Case) _hungriest;

    private ZipFuzzer()
    {
        _archive = _folder["a.zip"];
        _destination = _folder["out/here"];
        Directory.CreateDirectory(_folder["out"]);
    }

    /// <summary>Runs cases and prints what came of them.</summary>
    /// <param name="first">The first case's number; a case is the same each time.</param>
    /// <param name="count">How many.</param>
    /// <returns>0 when nothing was violated.</returns>
    public static int Run(int first, int count)
    {
        using ZipFuzzer fuzzer = new();
        fuzzer.Try(0); // compiles the code, which is no case's fault
        fuzzer._outcomes.Clear();
        fuzzer._slowest = default;
        fuzzer._hungriest = default;
        long started = Stopwatch.GetTimestamp();
        for (int number = first; number < first + count; number++)
        {
            fuzzer.Try(number);
        }

        fuzzer.Print(count, Stopwatch.GetElapsedTime(started));
        return fuzzer._violations == 0 ? 0 : 1;
    }

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();

    /// <summary>A folder in memory where there is one: a million files would wear a disk.</summary>
    private static TempFolder MemoryFolder()
    {
        const string Shared = "/dev/shm";
        if (Directory.Exists(Shared))
        {
            Environment.SetEnvironmentVariable("TMPDIR", Shared);
        }

        return new TempFolder();
    }

    private void Try(int number)
    {
        byte[] bytes = new ZipMutator(new Random(number)).Mutate(ZipSeeds.All);
        File.WriteAllBytes(_archive, bytes);
        TimeSpan time = TimeSpan.MaxValue;
        long allocated = 0;
        for (int attempt = 0; attempt < 3 && time > MostTime; attempt++) // a pause of the machine is no case's fault
        {
            long before = GC.GetTotalAllocatedBytes();
            long started = Stopwatch.GetTimestamp();
            string outcome = Examine(number);
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

        if (time > MostTime || allocated > MostBytes)
        {
            Violate(number, string.Create(CultureInfo.InvariantCulture, $"took {time.TotalMilliseconds:F0} ms and {allocated} bytes"));
        }
    }

    private string Examine(int number)
    {
        try
        {
            ValidationOptions options = ValidationOptions.Default with { Level = Levels[number % Levels.Length], ThrottleLimit = 1 };
            using ZipSource source = ZipSource.Open(_archive, CancellationToken.None);
            DqTestResult result = DatasetValidator.Validate(source, options, progress: null, CancellationToken.None);
            if (number % UnpackEach == 0)
            {
                Unpack(number);
            }

            return source.Directory.Failure is { } failure ? $"no zip: {failure.Kind}"
                : result.Errors > 0 ? "a zip with errors"
                : result.Passed ? "accepted" : "not accepted without an error";
        }
        catch (Exception exception)
        {
            Violate(number, exception.ToString());
            return $"unexpected {exception.GetType().Name}";
        }
    }

    private void Unpack(int number)
    {
        try
        {
            ExtractionResult result = ArchiveExtractor.Extract(_archive, _destination, new ExtractionOptions { ThrottleLimit = 1 });
            Count("unpacked" + (result.Failures.Count > 0 ? ", but for some entries" : ""));
        }
        catch (DatasetException exception)
        {
            Count($"not unpacked: {exception.ErrorId}");
        }

        if (Directory.GetFileSystemEntries(_folder.FullPath).Length != 2 || Directory.GetFileSystemEntries(_folder["out"]).Length > 1)
        {
            Violate(number, "something was written outside of the destination");
        }

        if (Directory.Exists(_destination))
        {
            Directory.Delete(_destination, recursive: true);
        }
    }

    private void Count(string outcome) => _outcomes[outcome] = _outcomes.GetValueOrDefault(outcome) + 1;

    private void Violate(int number, string what)
    {
        _violations++;
        if (_violations <= ShownViolations)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"VIOLATION in case {number}: {what}"));
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
            CultureInfo.InvariantCulture, $"{count} mutated zips in {time.TotalSeconds:F0} s, {_violations} violations"));
    }
}
