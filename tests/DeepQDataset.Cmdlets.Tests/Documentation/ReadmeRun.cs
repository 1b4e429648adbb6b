using System.Globalization;
using DeepQDataset.Cmdlets.Tests.Engine;
using DeepQDataset.TestKit;

namespace DeepQDataset.Cmdlets.Tests.Documentation;

/// <summary>Runs all examples of the README in order, since some use the output of others.</summary>
public sealed class ReadmeRun : IDisposable
{
    /// <summary>The folder in the README in which the examples run.</summary>
    private const string WorkFolder = "/data";

    private readonly TempFolder _folder = new();
    private readonly IReadOnlyDictionary<string, ScriptOutput> _outputs;

    public ReadmeRun()
    {
        CopySamples();
        _outputs = HostBatch.Run(_folder.FullPath, Examples.Select(example => (Name(example.Line), example.Code)));
    }

    /// <summary>Gets the README's examples.</summary>
    internal static IReadOnlyList<ReadmeExample> Examples { get; } = ReadmeExample.Read(File.ReadAllLines(Repository.File("README.md")));

    /// <summary>Returns the lines of a file that an example wrote.</summary>
    public IEnumerable<string> FileLines(string name) => File.ReadAllLines(_folder[name]).Select(Anonymous);

    public void Dispose() => _folder.Dispose();

    /// <summary>What the example that starts in a line of the README wrote.</summary>
    internal ScriptOutput Output(int line)
    {
        ScriptOutput output = _outputs[Name(line)];
        return new ScriptOutput([.. output.Output.Select(Anonymous)], [.. output.Error.Select(Anonymous)]);
    }

    private static string Name(int line) => string.Create(CultureInfo.InvariantCulture, $"line{line}");

    /// <summary>Copies the samples from the repository, since the bytes of compressed data depend on the runtime.</summary>
    private void CopySamples()
    {
        string samples = Repository.File("samples");
        IEnumerable<string> files = Samples.All.Keys.SelectMany(
            name => Directory.EnumerateFiles(Path.Combine(samples, name), "*", SearchOption.AllDirectories));
        foreach (string file in files)
        {
            string copy = Path.Combine(_folder["samples"], Path.GetRelativePath(samples, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private string Anonymous(string line) =>
        line.Replace(_folder.FullPath, WorkFolder, StringComparison.Ordinal).Replace('\\', '/').TrimEnd();
}
