using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace DeepQDataset.Cmdlets.Tests.Engine;

/// <summary>
/// Represents a session of the real engine with the staged module imported, in which command lines run as users type them.
/// </summary>
internal sealed class PowerShellSession : IDisposable
{
    private readonly Runspace _runspace;

    static PowerShellSession()
    {
        Environment.SetEnvironmentVariable("POWERSHELL_TELEMETRY_OPTOUT", "1");
        Environment.SetEnvironmentVariable("PSModulePath", Path.GetDirectoryName(BuildOutput.StagedModule));
    }

    /// <summary>Opens the session.</summary>
    /// <param name="location">Its current location; the process's when left out.</param>
    /// <param name="importsModule">Indicates whether the module is imported.</param>
    public PowerShellSession(string? location = null, bool importsModule = true)
    {
        InitialSessionState state = InitialSessionState.CreateDefault2();
        state.ThrowOnRunspaceOpenError = true;
        if (importsModule)
        {
            state.ImportPSModule(BuildOutput.Manifest);
        }

        _runspace = RunspaceFactory.CreateRunspace(state);
        _runspace.Open();
        if (location is not null)
        {
            _runspace.SessionStateProxy.Path.SetLocation(location);
        }
    }

    /// <summary>Runs a command line.</summary>
    public CommandOutput Run(string commandLine)
    {
        using PowerShell shell = Create(commandLine);
        List<ErrorRecord> ending = [];
        List<PSObject> output = [];
        try
        {
            shell.Invoke(null, output);
        }
        catch (RuntimeException exception)
        {
            ending.Add(exception.ErrorRecord);
        }

        return new CommandOutput(
            output,
            [.. shell.Streams.Error, .. ending],
            [.. shell.Streams.Warning.Select(record => record.Message)],
            [.. shell.Streams.Information.Select(record => record.MessageData.ToString()!)],
            [.. shell.Streams.Verbose.Select(record => record.Message)]);
    }

    /// <summary>Makes a shell for a command line, to be started and stopped by the caller.</summary>
    public PowerShell Create(string commandLine)
    {
        PowerShell shell = PowerShell.Create(_runspace);
        shell.AddScript(commandLine);
        return shell;
    }

    /// <summary>Sets a variable.</summary>
    public void Set(string name, object? value) => _runspace.SessionStateProxy.SetVariable(name, value);

    /// <inheritdoc/>
    public void Dispose() => _runspace.Dispose();
}
