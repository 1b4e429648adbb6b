using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using DeepQDataset.Reading;

namespace DeepQDataset.Commands.Binding;

/// <summary>Completes class names by reading the dataset whose path is on the command line.</summary>
public sealed class ClassCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        object? path = fakeBoundParameters?["Path"] ?? fakeBoundParameters?["LiteralPath"];
        if ((path is object[] several ? several.FirstOrDefault() : path)?.ToString() is not string text)
        {
            return [];
        }

        WildcardPattern pattern = new((wordToComplete ?? "").Trim('\'', '"') + "*", WildcardOptions.IgnoreCase);
        return Classes(text)
            .Where(name => pattern.IsMatch(name))
            .Select(name => new CompletionResult(
                $"'{CodeGeneration.EscapeSingleQuotedStringContent(name)}'", name, CompletionResultType.ParameterValue, name));
    }

    private static DqStringList Classes(string path)
    {
        try
        {
            using PowerShell shell = PowerShell.Create(RunspaceMode.CurrentRunspace);
            string? fullPath = shell
                .AddScript("$ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($args[0])").AddArgument(path)
                .Invoke<string>().FirstOrDefault();
            return fullPath is null ? DqStringList.Empty : DatasetReader.Describe(fullPath).ClassNames;
        }
        catch (Exception exception) when (exception is RuntimeException or IOException or UnauthorizedAccessException or DatasetException)
        {
            // There is nothing to complete if the dataset cannot be read.
            return DqStringList.Empty;
        }
    }
}
