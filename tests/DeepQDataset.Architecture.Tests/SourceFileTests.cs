using System.Text.RegularExpressions;
using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Architecture.Tests;

/// <summary>Tests every source file, including those of tests and benchmarks.</summary>
public sealed partial class SourceFileTests
{
    private const int FilesInFolder = 36;
    private const int Columns = 140;
    private const int Lines = 300;

    [Fact]
    public void No_folder_holds_more_than_36_files() => Faults.AssertNone(
        from project in SourceProject.All
        from room in project.Files.GroupBy(project.RoomOf)
        where room.Count() > FilesInFolder
        select $"{project.Name}/{room.Key} holds {room.Count()} files.");

    [Fact]
    public void The_namespace_of_every_file_is_its_folder() => Faults.AssertNone(
        from project in SourceProject.All
        from file in project.Files
        let expected = project.NamespaceOf(project.RoomOf(file))
        from actual in Namespace.Matches(File.ReadAllText(file)).Select(match => match.Groups["name"].Value)
        where actual != expected
        select $"{Relative(file)} has the namespace {actual}; its folder's is {expected}.");

    [Fact]
    public void No_line_is_longer_than_140_columns() => Faults.AssertNone(
        from file in SourceProject.All.SelectMany(project => project.Files)
        from line in File.ReadLines(file).Index()
        where line.Item.Length > Columns
        select $"{Relative(file)}:{line.Index + 1} has {line.Item.Length} columns.");

    [Fact]
    public void No_file_has_more_than_300_lines() => Faults.AssertNone(
        from file in SourceProject.All.SelectMany(project => project.Files)
        let lines = File.ReadLines(file).Count()
        where lines > Lines
        select $"{Relative(file)} has {lines} lines.");

    [Fact]
    public void Tests_that_take_long_run_only_where_they_are_asked_for() => Faults.AssertNone(
        from project in SourceProject.All
        from file in project.Files
        let text = File.ReadAllText(file)
        where Explicit.Count(text) != Long.Count(text)
        select $"{Relative(file)}: what is marked \"Category\", \"Long\" has Explicit = true, and nothing else has it.");

    private static string Relative(string file) => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/');

    [GeneratedRegex(@"^namespace (?<name>[\w.]+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Namespace { get; }

    [GeneratedRegex(@"\[(Fact|Theory)\([^\]]*Explicit = true", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Explicit { get; }

    [GeneratedRegex(@"\[Trait\(""Category"", ""Long""\)\]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Long { get; }
}
