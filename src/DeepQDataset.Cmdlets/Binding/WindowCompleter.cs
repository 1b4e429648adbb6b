using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace DeepQDataset.Commands.Binding;

/// <summary>Completes -Window: the sources of a window, and common windows of CT.</summary>
public sealed class WindowCompleter : IArgumentCompleter
{
    private static readonly (string Text, string Meaning)[] Windows =
    [
        ("FromFile", "The file's first window"),
        ("MinMax", "The lowest and the highest value of each frame"),
        ("40,400", "CT: soft tissue"),
        ("-600,1500", "CT: lung"),
        ("400,1800", "CT: bone"),
        ("40,80", "CT: brain"),
    ];

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        foreach ((string text, string meaning) in Windows)
        {
            if (text.StartsWith(wordToComplete ?? "", StringComparison.OrdinalIgnoreCase))
            {
                yield return new CompletionResult(text, text, CompletionResultType.ParameterValue, meaning);
            }
        }
    }
}
