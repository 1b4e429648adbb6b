using System.Text.RegularExpressions;
using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Core.Tests.Work;

/// <summary>Tests that Core has one way for each task that occurs in many places.</summary>
public sealed partial class OneWayTests
{
    [Fact]
    public void Only_ParallelWork_runs_parallel_loops() => Assert.Equal(["Work/ParallelWork.cs"], FilesWith(ParallelLoop()));

    [Fact]
    public void Only_FileFailure_lists_what_the_file_system_throws() => Assert.Equal(["Files/FileFailure.cs"], FilesWith(FailureList()));

    [Fact]
    public void Only_one_place_of_the_rules_asks_what_kind_of_source_it_is() =>
        Assert.Equal(["Rules/ValidationContext.cs", "Sources/Zip/ArchiveExcess.cs"], FilesWith(Downcast()).Order(StringComparer.Ordinal));

    [Fact]
    public void The_number_of_threads_is_the_callers_choice() => Assert.All(
        FilesWith(ProcessorCount()),
        static file => Assert.True(file.EndsWith("Options.cs", StringComparison.Ordinal) || DefaultsOfOverloads.Contains(file), file));

    /// <summary>Public classes with an overload for callers that do not choose the number of threads.</summary>
    private static readonly HashSet<string> DefaultsOfOverloads =
        new(StringComparer.Ordinal) { "Building/Planning/ArchivePlan.cs", "Reading/DatasetReader.cs" };

    private static List<string> FilesWith(Regex pattern)
    {
        string root = Repository.File("src/DeepQDataset.Core");
        List<string> found = [];
        foreach (string file in Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories))
        {
            string path = Path.GetRelativePath(root, file).Replace('\\', '/');
            bool isGenerated = path.StartsWith("obj/", StringComparison.Ordinal) || path.StartsWith("bin/", StringComparison.Ordinal);
            if (!isGenerated && pattern.IsMatch(File.ReadAllText(file)))
            {
                found.Add(path);
            }
        }

        return found;
    }

    [GeneratedRegex(@"\bParallel\.|\.AsParallel\(|\bParallelOptions\b", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex ParallelLoop();

    [GeneratedRegex(
        @"\b(is|is not|as) (Zip|Folder)Source\b|\((Zip|Folder)Source\)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        10_000
    )]
    private static partial Regex Downcast();

    [GeneratedRegex("IOException or Unauthorized", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex FailureList();

    [GeneratedRegex(@"Environment\.ProcessorCount", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex ProcessorCount();
}
