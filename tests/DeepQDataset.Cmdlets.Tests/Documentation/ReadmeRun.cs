using System.Globalization;
using DeepQDataset.Cmdlets.Tests.Engine;
using DeepQDataset.TestKit;

namespace DeepQDataset.Cmdlets.Tests.Documentation;

/// <summary>One run of all the README's examples, in the README's order, since some use what others wrote.</summary>
public sealed class ReadmeRun : IDisposable
{
    /// <summary>Stands in the README for the folder in which the examples run.</summary>
    private const string WorkFolder = "/data";

    private readonly TempFolder _folder = new();
    private readonly IReadOnlyDictionary<string, ScriptOutput> _outputs;

    public ReadmeRun()
    {
        CopySamples();
        _outputs = HostBatch.Run(_folder.FullPath, Examples.Select(example => (Name(example.Line), example.Code)));
    }

    /// <summary>The README's examples.</summary>
    internal static IReadOnlyList<ReadmeExample> Examples { get; } = ReadmeExample.Read(File.ReadAllLines(Repository.File("README.md")));

    /// <summary>The lines of a file that an example wrote.</summary>
    public IEnumerable<string> FileLines(string name) => File.ReadAllLines(_folder[name]).Select(Anonymous);

    public void Dispose() => _folder.Dispose();

    /// <summary>What the example that starts in a line of the README wrote.</summary>
    internal ScriptOutput Output(int line)
    {
        ScriptOutput output = _outputs[Name(line)];
        return new ScriptOutput([.. output.Output.Select(Anonymous)], [.. output.Error.Select(Anonymous)]);
    }

    private static string Name(int line) => string.Create(CultureInfo.InvariantCulture, $"line{line}");

    /// <summary>As they lie in the repository: the bytes of what is compressed depend on the runtime that made them.</summary>
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
