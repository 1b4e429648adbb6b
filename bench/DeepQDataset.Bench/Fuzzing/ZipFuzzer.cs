using DeepQDataset.Extraction;
using DeepQDataset.Settings;
using DeepQDataset.Sources.Zip;
using DeepQDataset.Validation;

namespace DeepQDataset.Bench.Fuzzing;

/// <summary>
/// Reads, tests and unpacks mutated zips. In addition to the checks of all fuzzers, nothing may be written outside of the destination.
/// </summary>
internal sealed class ZipFuzzer : Fuzzer
{
    /// <summary>The number of cases of which one is unpacked, too.</summary>
    private const int UnpackEach = 16;

    private static readonly DqLevel[] Levels = [DqLevel.Structure, DqLevel.Header, DqLevel.Full, DqLevel.Full];

    private readonly string _archive;
    private readonly string _destination;

    /// <summary>Makes a fuzzer with a folder of its own.</summary>
    public ZipFuzzer()
    {
        _archive = Folder["a.zip"];
        _destination = Folder["out/here"];
        Directory.CreateDirectory(Folder["out"]);
    }

    /// <inheritdoc/>
    protected override string Subject => "zips";

    /// <inheritdoc/>
    protected override void Prepare(int number) => File.WriteAllBytes(_archive, new ZipMutator(new Random(number)).Mutate(ZipSeeds.All));

    /// <inheritdoc/>
    protected override string Examine(int number)
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

        if (Directory.GetFileSystemEntries(Folder.FullPath).Length != 2 || Directory.GetFileSystemEntries(Folder["out"]).Length > 1)
        {
            Violate(number, "something was written outside of the destination");
        }

        if (Directory.Exists(_destination))
        {
            Directory.Delete(_destination, recursive: true);
        }
    }
}
