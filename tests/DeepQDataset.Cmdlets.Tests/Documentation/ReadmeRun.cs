using System.Globalization;
using DeepQDataset.Cmdlets.Tests.Engine;
using DeepQDataset.TestKit;

namespace DeepQDataset.Cmdlets.Tests.Documentation;

/// <summary>
/// One run of all the README's examples by <c>dq</c>, in the README's order, since some use what others wrote. Each is a script of its own in
/// the one folder, so no example sees another's variables or ends with it.
/// </summary>
public sealed class ReadmeRun : IDisposable
{
    /// <summary>Stands in the README for the folder in which the examples run.</summary>
    private const string WorkFolder = "/data";

    /// <summary>Comes before what an example writes, with its line.</summary>
    private const string Mark = "=== README.md:";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private readonly TempFolder _folder = new();
    private readonly Dictionary<int, List<string>> _output;
    private readonly Dictionary<int, List<string>> _error;

    public ReadmeRun()
    {
        CopySamples();
        foreach (ReadmeExample example in Examples)
        {
            File.WriteAllText(_folder[$"{example.Line}.ps1"], example.Code);
        }

        File.WriteAllLines(_folder["all.ps1"], Examples.Select(example =>
            $$"""
            $host.UI.WriteLine('{{Mark}}{{example.Line}}')
            $host.UI.WriteErrorLine('{{Mark}}{{example.Line}}')
            try { & ./{{example.Line}}.ps1 | Out-Default } catch { $host.UI.WriteErrorLine("$_") }
            """));
        HostOutput run = HostProcess.Run(_folder.FullPath, Patience, "-File", "all.ps1");
        _output = Parts(run.Output);
        _error = Parts(run.Error);
    }

    /// <summary>The README's examples.</summary>
    internal static IReadOnlyList<ReadmeExample> Examples { get; } = ReadmeExample.Read(File.ReadAllLines(Repository.File("README.md")));

    /// <summary>The lines that an example printed, blank ones left out; null where it did not run.</summary>
    public IReadOnlyList<string>? Output(int line) => _output.GetValueOrDefault(line);

    /// <summary>The warnings and errors of an example; null where it did not run.</summary>
    public IReadOnlyList<string>? Error(int line) => _error.GetValueOrDefault(line);

    /// <summary>The lines of a file that an example wrote.</summary>
    public IEnumerable<string> FileLines(string name) => File.ReadAllLines(_folder[name]).Select(Anonymous);

    public void Dispose() => _folder.Dispose();

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

    private Dictionary<int, List<string>> Parts(IEnumerable<string> lines)
    {
        Dictionary<int, List<string>> parts = [];
        List<string> part = [];
        foreach (string line in lines)
        {
            if (line.StartsWith(Mark, StringComparison.Ordinal))
            {
                parts.Add(int.Parse(line.AsSpan(Mark.Length), CultureInfo.InvariantCulture), part = []);
            }
            else
            {
                part.Add(Anonymous(line));
            }
        }

        return parts;
    }

    private string Anonymous(string line) => line.Replace(_folder.FullPath, WorkFolder, StringComparison.Ordinal).Replace('\\', '/').TrimEnd();
}
