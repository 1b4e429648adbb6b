using DeepQDataset.Cmdlets.Tests.Engine;
using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Cmdlets.Tests.Documentation;

/// <summary>What the README shows is what happens.</summary>
public sealed class ReadmeTests : IDisposable
{
    /// <summary>Stands in the README for the folder in which the examples run.</summary>
    private const string WorkFolder = "/data";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_example_prints_what_stands_below_it()
    {
        CopySamples();
        IReadOnlyList<ReadmeExample> examples = ReadmeExample.Read(File.ReadAllLines(Repository.File("README.md")));

        Assert.True(examples.Count >= 5, "The README has fewer examples than it should have.");
        Assert.All(examples, Check);
    }

    private void Check(ReadmeExample example)
    {
        HostOutput run = HostProcess.Run(_folder.FullPath, "-Command", example.Code);

        Assert.Empty(run.Error);
        Assert.Equal(example.Output, run.Output.Select(Anonymous));
        foreach ((string name, IReadOnlyList<string> lines) in example.Files)
        {
            Assert.Subset(File.ReadAllLines(_folder[name]).Select(Anonymous).ToHashSet(StringComparer.Ordinal), lines.ToHashSet(StringComparer.Ordinal));
        }
    }

    /// <summary>As they lie in the repository: the bytes of what is compressed depend on the runtime that made them.</summary>
    private void CopySamples()
    {
        string samples = Repository.File("samples");
        foreach (string file in Samples.All.Keys.SelectMany(name => Directory.EnumerateFiles(Path.Combine(samples, name), "*", SearchOption.AllDirectories)))
        {
            string copy = Path.Combine(_folder["samples"], Path.GetRelativePath(samples, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private string Anonymous(string line) => line.Replace(_folder.FullPath, WorkFolder, StringComparison.Ordinal).Replace('\\', '/').TrimEnd();
}
