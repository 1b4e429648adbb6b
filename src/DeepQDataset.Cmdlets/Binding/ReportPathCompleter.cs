using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using DeepQDataset.Reporting;

namespace DeepQDataset.Commands.Binding;

/// <summary>Completes the extension of a report's path. A name with an extension is left to the completion of files.</summary>
public sealed class ReportPathCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        string name = (wordToComplete ?? "").Trim('\'', '"');
        string typed = Path.GetExtension(name);
        string stem = name[..^typed.Length].TrimEnd('.');
        return stem.Length == 0 || stem.EndsWith('/') || stem.EndsWith('\\')
            ? []
            : ReportWriter.Extensions
                .Where(extension => extension.StartsWith(typed, StringComparison.OrdinalIgnoreCase))
                .Select(extension => stem + extension)
                .Select(path =>
                    path.Contains(' ', StringComparison.Ordinal) ? $"'{CodeGeneration.EscapeSingleQuotedStringContent(path)}'" : path)
                .Select(path => new CompletionResult(path));
    }
}
