using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Management.Automation.Runspaces;
using System.Runtime.InteropServices;

namespace DeepQDataset.Host;

/// <summary>Represents a runspace with the module, in which one command line runs.</summary>
internal sealed class Session : IDisposable
{
    private readonly Terminal _terminal;
    private readonly DqHost _host;
    private readonly Runspace _runspace;
    private volatile bool _stopped;

    /// <summary>Opens the runspace and imports the module.</summary>
    public Session(Terminal terminal)
    {
        _terminal = terminal;
        _host = new DqHost(terminal);
        InitialSessionState state = InitialSessionState.CreateDefault2();
        state.ThrowOnRunspaceOpenError = true;
        state.ImportPSModule(EngineEnvironment.Manifest);
        state.Variables.Add(new SessionStateVariableEntry("InformationPreference", ActionPreference.Continue, "Information is shown."));
        if (OperatingSystem.IsWindows())
        {
            state.ExecutionPolicy = Microsoft.PowerShell.ExecutionPolicy.RemoteSigned;
        }

        _runspace = RunspaceFactory.CreateRunspace(_host, state);
        _runspace.Open();
    }

    /// <summary>Runs one command with literal arguments.</summary>
    public int RunCommand(string name, IReadOnlyList<string> words)
    {
        if (Find(name) is not CommandInfo command)
        {
            return Fail($"there is no command '{name}'. 'dq -Help' lists them.");
        }

        if (command is ExternalScriptInfo script)
        {
            return RunFile(script.Path, words);
        }

        if (words.Contains("-?", StringComparer.Ordinal))
        {
            return Run(shell => shell.AddCommand("Get-Help").AddParameter("Name", command.Name));
        }

        BoundArguments arguments;
        try
        {
            arguments = ArgumentBinder.Bind(command, words);
        }
        catch (ArgumentException exception)
        {
            return Fail($"{name}: {exception.Message}");
        }

        return Run(shell => shell
            .AddScript("param($Command, $Named, $Positional) & $Command @Named @Positional")
            .AddParameter("Command", command)
            .AddParameter("Named", new Hashtable(arguments.Named, StringComparer.OrdinalIgnoreCase))
            .AddParameter("Positional", arguments.Positional.ToArray()));
    }

    /// <summary>Runs a script file with literal arguments.</summary>
    public int RunFile(string path, IReadOnlyList<string> words)
    {
        string fullPath = Path.GetFullPath(path);
        if (!File.Exists(fullPath))
        {
            return Fail($"there is no script '{path}'.");
        }

        ScriptBlockAst script = Parser.ParseFile(fullPath, out _, out ParseError[] errors);
        if (errors.Length > 0)
        {
            return Fail(new ParseException(errors));
        }

        // As a function, since the engine does not pass exit in a script file on to the host.
        string name = Path.GetFileName(fullPath);
        _runspace.SessionStateProxy.InvokeProvider.Item.Set(
            new[] { "Function:" + name }, script.GetScriptBlock(), force: true, literalPath: true);
        return RunCommand(name, words);
    }

    /// <summary>Runs a shell and shows its output as a prompt would.</summary>
    /// <returns>The exit code of the process.</returns>
    public int Run(Action<PowerShell> fill)
    {
        using PowerShell shell = PowerShell.Create(_runspace);
        fill(shell);
        Display(shell);

        using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => Stop(signal, shell));
        using PosixSignalRegistration terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => Stop(signal, shell));
        try
        {
            shell.Invoke();
        }
        catch (PipelineStoppedException)
        {
            // Stopped by a signal, as the exit code shows.
        }
        catch (Exception exception) when (exception is RuntimeException or InvalidOperationException or ArgumentException)
        {
            return Fail(exception);
        }

        return Judge();
    }

    /// <inheritdoc/>
    public void Dispose() => _runspace.Dispose();

    private int Judge()
    {
        if (_stopped)
        {
            return ExitCode.Stopped;
        }

        if (_host.ExitCode is int chosen)
        {
            return chosen;
        }

        if (_host.ShowedErrors)
        {
            return ExitCode.Failed;
        }

        return EngineEnvironment.DatasetWasRejected ? ExitCode.Rejected : ExitCode.Success;
    }

    private CommandInfo? Find(string name)
    {
        using PowerShell shell = PowerShell.Create(_runspace);
        shell
            .AddCommand("Get-Command")
            .AddParameter("Name", WildcardPattern.Escape(name))
            .AddParameter("ErrorAction", ActionPreference.Ignore);
        CommandInfo? found = shell.Invoke<CommandInfo>().FirstOrDefault();
        return found is AliasInfo alias ? alias.ResolvedCommand : found;
    }

    private void Stop(PosixSignalContext signal, PowerShell shell)
    {
        // The second signal ends the process immediately.
        if (!_stopped)
        {
            signal.Cancel = true;
            _stopped = true;
            shell.BeginStop(null, null);
        }
    }

    private int Fail(string message)
    {
        _terminal.WriteError($"dq: {message}{Environment.NewLine}");
        return ExitCode.Failed;
    }

    /// <summary>Shows an exception as its error record, in the engine's format.</summary>
    private int Fail(Exception exception)
    {
        if (exception is ParseException)
        {
            // Its record belongs to no command, which the engine's view of errors requires.
            _host.UI.WriteErrorLine(exception.Message);
            return ExitCode.Failed;
        }

        ErrorRecord record = exception is IContainsErrorRecord container
            ? container.ErrorRecord
            : new ErrorRecord(exception, "Failed", ErrorCategory.NotSpecified, null);
        using PowerShell shell = PowerShell.Create(_runspace);
        shell.AddScript("[CmdletBinding()] param($Record) $PSCmdlet.WriteError($Record)").AddParameter("Record", record);
        Display(shell);
        shell.Invoke();
        return ExitCode.Failed;
    }

    /// <summary>Ends a pipeline as a prompt would, with formatted output and errors.</summary>
    private static void Display(PowerShell shell) => shell.Commands.AddCommand(
        new Command("Out-Default") { MergeUnclaimedPreviousCommandResults = PipelineResultTypes.Error | PipelineResultTypes.Output });
}
