using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace DeepQDataset.Commands.Binding;

/// <summary>Completes rule ids by the start of an id or name.</summary>
public sealed class RuleIdCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters) =>
        RulePatterns
            .Find((wordToComplete ?? "").Trim('\'', '"') + "*")
            .Select(rule => new CompletionResult(rule.Id, $"{rule.Id} {rule.Name}", CompletionResultType.ParameterValue, rule.Summary));
}
