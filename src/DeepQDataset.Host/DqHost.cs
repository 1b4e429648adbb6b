using System.Globalization;
using System.Management.Automation.Host;

namespace DeepQDataset.Host;

/// <summary>Represents <c>dq</c> as a host of the engine.</summary>
/// <param name="terminal">The terminal to write to.</param>
internal sealed class DqHost(Terminal terminal) : PSHost
{
    private readonly DqHostInterface _interface = new(terminal);

    /// <summary>Gets the exit code of the script; null if it has not called <c>exit</c>.</summary>
    public int? ExitCode { get; private set; }

    /// <summary>Gets a value that indicates whether an error was shown.</summary>
    public bool ShowedErrors => _interface.ShowedErrors;

    /// <inheritdoc/>
    public override string Name => "dq";

    /// <inheritdoc/>
    public override Version Version { get; } = typeof(DqHost).Assembly.GetName().Version!;

    /// <inheritdoc/>
    public override Guid InstanceId { get; } = Guid.NewGuid();

    /// <inheritdoc/>
    public override CultureInfo CurrentCulture => CultureInfo.CurrentCulture;

    /// <inheritdoc/>
    public override CultureInfo CurrentUICulture => CultureInfo.CurrentUICulture;

    /// <inheritdoc/>
    public override PSHostUserInterface UI => _interface;

    /// <inheritdoc/>
    public override void SetShouldExit(int exitCode) => ExitCode = exitCode;

    /// <inheritdoc/>
    public override void EnterNestedPrompt() => throw new NotSupportedException("dq has no prompt.");

    /// <inheritdoc/>
    public override void ExitNestedPrompt() => throw new NotSupportedException("dq has no prompt.");

    /// <inheritdoc/>
    public override void NotifyBeginApplication()
    {
    }

    /// <inheritdoc/>
    public override void NotifyEndApplication()
    {
    }
}
