namespace DeepQDataset.Cmdlets.Tests.Documentation;

/// <summary>Represents an example of the README: code, and what it prints or writes to a file.</summary>
/// <param name="Line">The 1-based line of the README that it starts in.</param>
/// <param name="Code">The code.</param>
/// <param name="Output">The lines it prints, without blank ones; empty if the README shows none.</param>
/// <param name="Files">Lines that must stand in files that it wrote, by file name.</param>
internal sealed record ReadmeExample(
    int Line, string Code, IReadOnlyList<string> Output, IReadOnlyDictionary<string, IReadOnlyList<string>> Files)
{
    private const string Fence = "```";
    private const string NeedsPowerShell = "<!-- needs pwsh -->";
    private const string FileMark = "<!-- file: ";

    /// <summary>Reads the examples that need no installed PowerShell.</summary>
    public static IReadOnlyList<ReadmeExample> Read(IReadOnlyList<string> lines)
    {
        List<ReadmeExample> examples = [];
        string before = "";
        for (int line = 0; line < lines.Count; line++)
        {
            if (!lines[line].StartsWith(Fence, StringComparison.Ordinal))
            {
                before = lines[line].Length == 0 ? before : lines[line];
                continue;
            }

            int first = line + 2;
            string language = lines[line][Fence.Length..];
            List<string> body = lines.Skip(line + 1).TakeWhile(text => text != Fence).ToList();
            line += body.Count + 1;
            Add(examples, first, language, before, body);
            before = "";
        }

        return examples;
    }

    private static void Add(List<ReadmeExample> examples, int line, string language, string before, List<string> body)
    {
        string[] shown = body.Where(text => text.Trim().Length > 0).Select(text => text.TrimEnd()).ToArray();
        switch (language)
        {
            case "powershell" when before != NeedsPowerShell:
                examples.Add(new ReadmeExample(
                    line, string.Join('\n', body), [], new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)));
                break;
            case "text":
                examples[^1] = examples[^1] with { Output = shown };
                break;
            case "csv":
                string file = before[FileMark.Length..before.IndexOf(" -->", StringComparison.Ordinal)];
                examples[^1] = examples[^1] with
                {
                    Files = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { [file] = shown },
                };
                break;
        }
    }
}
