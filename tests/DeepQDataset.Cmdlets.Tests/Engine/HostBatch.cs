namespace DeepQDataset.Cmdlets.Tests.Engine;

/// <summary>
/// Runs several scripts in one process of <c>dq</c>. Each is a separate script file, so that it neither sees the variables of another nor
/// ends with it.
/// </summary>
internal static class HostBatch
{
    /// <summary>Comes before what a script writes, with its name.</summary>
    private const string Mark = "=== script ";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>Runs scripts.</summary>
    /// <param name="folder">The folder in which they run; the script files are written there.</param>
    /// <param name="scripts">The scripts by names that may be file names.</param>
    /// <returns>What each wrote, by its name.</returns>
    public static IReadOnlyDictionary<string, ScriptOutput> Run(string folder, params IEnumerable<(string Name, string Script)> scripts)
    {
        List<string> all = [];
        foreach ((string name, string script) in scripts)
        {
            File.WriteAllText(Path.Combine(folder, name + ".ps1"), script);
            all.Add($$"""
                $host.UI.WriteLine('{{Mark}}{{name}}')
                $host.UI.WriteErrorLine('{{Mark}}{{name}}')
                try { & ./{{name}}.ps1 | Out-Default } catch { $host.UI.WriteErrorLine("$_") }
                """);
        }

        const string Batch = "batch.ps1";
        File.WriteAllLines(Path.Combine(folder, Batch), all);
        HostOutput run = HostProcess.Run(folder, Patience, "-File", Batch);
        Dictionary<string, List<string>> outputs = Parts(run.Output);
        Dictionary<string, List<string>> errors = Parts(run.Error);
        return outputs.ToDictionary(part => part.Key, part => new ScriptOutput(part.Value, errors[part.Key]), StringComparer.Ordinal);
    }

    private static Dictionary<string, List<string>> Parts(IEnumerable<string> lines)
    {
        Dictionary<string, List<string>> parts = new(StringComparer.Ordinal);
        List<string> part = [];
        foreach (string line in lines)
        {
            if (line.StartsWith(Mark, StringComparison.Ordinal))
            {
                parts.Add(line[Mark.Length..], part = []);
            }
            else
            {
                part.Add(line);
            }
        }

        return parts;
    }
}
