using System.Collections.ObjectModel;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;

namespace DeepQDataset.Host;

/// <summary>Writes the streams of the engine: output and information to standard output, the others to standard error.</summary>
/// <param name="terminal">The terminal to write to.</param>
internal sealed class DqHostInterface(Terminal terminal) : PSHostUserInterface
{
    private readonly DqHostRawInterface _raw = new();

    /// <summary>Gets a value that indicates whether an error was shown.</summary>
    public bool ShowedErrors { get; private set; }

    /// <inheritdoc/>
    public override PSHostRawUserInterface RawUI => _raw;

    /// <inheritdoc/>
    public override bool SupportsVirtualTerminal => terminal.OutputHasColours;

    /// <inheritdoc/>
    public override void Write(string value) => terminal.Write(value);

    /// <inheritdoc/>
    public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) => terminal.Write(value);

    /// <inheritdoc/>
    public override void WriteLine(string value) => terminal.Write(value + Environment.NewLine);

    /// <inheritdoc/>
    public override void WriteErrorLine(string value)
    {
        ShowedErrors = true;
        WriteDiagnostic(PSStyle.Instance.Formatting.Error, value);
    }

    /// <inheritdoc/>
    public override void WriteWarningLine(string message) => WriteDiagnostic(PSStyle.Instance.Formatting.Warning, "WARNING: " + message);

    /// <inheritdoc/>
    public override void WriteVerboseLine(string message) => WriteDiagnostic(PSStyle.Instance.Formatting.Verbose, "VERBOSE: " + message);

    /// <inheritdoc/>
    public override void WriteDebugLine(string message) => WriteDiagnostic(PSStyle.Instance.Formatting.Debug, "DEBUG: " + message);

    /// <inheritdoc/>
    public override void WriteProgress(long sourceId, ProgressRecord record)
    {
        if (record.RecordType == ProgressRecordType.Completed)
        {
            terminal.ShowProgress("");
            return;
        }

        string percent = record.PercentComplete >= 0 ? string.Create(CultureInfo.InvariantCulture, $"{record.PercentComplete,3}% ") : "";
        string left = record.SecondsRemaining >= 0 ? $", {TimeSpan.FromSeconds(record.SecondsRemaining):c} left" : "";
        terminal.ShowProgress($"{percent}{record.Activity}: {record.StatusDescription}{left}");
    }

    /// <inheritdoc/>
    public override string ReadLine() => Console.In.ReadLine() ?? "";

    /// <inheritdoc/>
    public override SecureString ReadLineAsSecureString() => throw NotInteractive();

    /// <inheritdoc/>
    public override Dictionary<string, PSObject> Prompt(string caption, string message, Collection<FieldDescription> descriptions) =>
        throw NotInteractive();

    /// <inheritdoc/>
    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName) =>
        throw NotInteractive();

    /// <inheritdoc/>
    public override PSCredential PromptForCredential(
        string caption,
        string message,
        string userName,
        string targetName,
        PSCredentialTypes allowedCredentialTypes,
        PSCredentialUIOptions options) => throw NotInteractive();

    /// <summary>Prompts for one of several choices, each selected by the letter after <c>&amp;</c> in its label.</summary>
    public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice)
    {
        if (!Terminal.CanAsk)
        {
            throw NotInteractive();
        }

        string[] keys = choices.Select(choice => Key(choice.Label)).ToArray();
        string offer = string.Join(
            "  ", choices.Select((choice, index) => $"[{keys[index]}] {choice.Label.Replace("&", "", StringComparison.Ordinal)}"));
        string standard = defaultChoice >= 0 ? $" (default is \"{keys[defaultChoice]}\")" : "";
        terminal.WriteError($"{caption}{Environment.NewLine}{message}{Environment.NewLine}");
        while (true)
        {
            terminal.WriteError($"{offer}{standard}: ");
            string? answer = Console.In.ReadLine()?.Trim();
            if (answer is null)
            {
                throw NotInteractive();
            }

            int chosen =
                answer.Length == 0 ? defaultChoice : Array.FindIndex(keys, key => key.Equals(answer, StringComparison.OrdinalIgnoreCase));
            if (chosen >= 0)
            {
                return chosen;
            }
        }
    }

    private static string Key(string label)
    {
        int mark = label.IndexOf('&', StringComparison.Ordinal);
        return mark >= 0 && mark + 1 < label.Length ? label.Substring(mark + 1, 1).ToUpperInvariant() : label;
    }

    private static PSInvalidOperationException NotInteractive() =>
        new("dq asks for nothing where nobody can answer: give all values on the command line, and -Confirm:$false or -Force as needed.");

    private void WriteDiagnostic(string style, string text) =>
        terminal.WriteError((terminal.ErrorHasColours ? style + text + PSStyle.Instance.Reset : text) + Environment.NewLine);
}
