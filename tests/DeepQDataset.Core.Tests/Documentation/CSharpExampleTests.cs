using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Core.Tests.Documentation;

/// <summary>The README's C# example is the program DeepQDataset.Example, and prints what the README shows.</summary>
public sealed class CSharpExampleTests
{
    private static readonly string[] Readme = File.ReadAllLines(Repository.File("README.md"));

    [Fact]
    public void The_example_is_the_program() =>
        Assert.Equal(File.ReadAllLines(Repository.File("tests/DeepQDataset.Example/Program.cs")), Block("csharp"));

    [Fact]
    public void The_program_prints_what_stands_below_it()
    {
        using TempFolder folder = new();
        foreach (string name in new[] { "skin-classes", "broken" })
        {
            Samples.All[name].WriteFolder(folder[$"samples/{name}"]);
        }

        DirectoryInfo framework = new(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        string program = Repository.File(
            $"tests/DeepQDataset.Example/bin/{framework.Parent!.Name}/{framework.Name}/DeepQDataset.Example.dll");
        ProgramOutput run = ExternalProgram.TryRun(folder.FullPath, ExternalProgram.Patience, "dotnet", program)
            ?? throw new InvalidOperationException("'dotnet' is not in the search path.");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(Block("console"), run.Output.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n'));
    }

    private static string[] Block(string language) =>
        [.. Readme.SkipWhile(line => line != "```" + language).Skip(1).TakeWhile(line => line != "```")];
}
