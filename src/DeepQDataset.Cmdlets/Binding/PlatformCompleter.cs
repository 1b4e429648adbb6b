using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace DeepQDataset.Commands.Binding;

/// <summary>Completes the names of the platform's editions.</summary>
public sealed class PlatformCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters) =>
        DqPlatformName
            .All.Where(name => name.StartsWith(wordToComplete ?? "", StringComparison.Ordinal))
            .Select(static name => new CompletionResult(
                name, name, CompletionResultType.ParameterValue, $"Edition {name} of the platform"));
}
