using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace DeepQDataset.TestKit;

/// <summary>Represents another program that runs with an empty input. It is ended when this object is disposed.</summary>
public sealed class ExternalProgram : IDisposable
{
    /// <summary>How long a program may take unless the caller says otherwise.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan AfterKill = TimeSpan.FromSeconds(5);

    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task<string> _error;

    private ExternalProgram(Process process)
    {
        _process = process;
        process.StandardInput.Close();

        // Both are read at once, since a program stops when a pipe is full.
        _output = process.StandardOutput.ReadToEndAsync();
        _error = process.StandardError.ReadToEndAsync();
    }

    /// <summary>Gets a value that indicates whether it has ended.</summary>
    public bool HasExited => _process.HasExited;

    /// <summary>Runs a program and waits for its end. Output and error are read as UTF-8.</summary>
    /// <param name="folder">Its current directory.</param>
    /// <param name="patience">How long it may take.</param>
    /// <param name="program">Its path, or its name where the search path leads to it.</param>
    /// <param name="arguments">Its arguments, each as one word.</param>
    /// <returns>Its exit code and all it wrote; null if no such program is installed.</returns>
    /// <exception cref="TimeoutException">It took longer than that; it has been ended, and the message holds what it wrote.</exception>
    public static ProgramOutput? TryRun(string folder, TimeSpan patience, string program, params IEnumerable<string> arguments)
    {
        using ExternalProgram? running = TryStart(folder, program, arguments);
        return running?.WaitForExit(patience);
    }

    /// <summary>Starts a program. Output and error are read as UTF-8.</summary>
    /// <param name="folder">Its current directory.</param>
    /// <param name="program">Its path, or its name where the search path leads to it.</param>
    /// <param name="arguments">Its arguments, each as one word.</param>
    /// <returns>The program, or null if no such program is installed.</returns>
    public static ExternalProgram? TryStart(string folder, string program, params IEnumerable<string> arguments)
    {
        ProcessStartInfo start = new(program, arguments)
        {
            UseShellExecute = false,
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            Environment =
            {
                ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
                ["POWERSHELL_TELEMETRY_OPTOUT"] = "1",
                ["POWERSHELL_UPDATECHECK"] = "Off",
                ["PYTHONIOENCODING"] = "utf-8",
                ["LC_CTYPE"] = "C.UTF-8",
            },
        };

        // It would take precedence over LC_CTYPE. The culture, which .NET takes from it, is kept.
        if (start.Environment.Remove("LC_ALL", out string? locale))
        {
            start.Environment["LANG"] = locale;
        }

        try
        {
            return Process.Start(start) is { } process ? new ExternalProgram(process) : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    /// <summary>Waits for its end.</summary>
    /// <param name="patience">How long it may take from now.</param>
    /// <exception cref="TimeoutException">It took longer than that; it has been ended, and the message holds what it wrote.</exception>
    public ProgramOutput WaitForExit(TimeSpan patience)
    {
        Task end = Task.WhenAll(_process.WaitForExitAsync(), _output, _error);
        if (end.Wait(patience))
        {
            return new ProgramOutput(_process.ExitCode, _output.Result, _error.Result);
        }

        // Child processes may keep the pipes open.
        Kill();
        end.Wait(AfterKill);
        string written = string.Concat(new[] { _output, _error }.Where(text => text.IsCompletedSuccessfully).Select(text => text.Result));
        throw new TimeoutException(
            $"'{_process.StartInfo.FileName}' did not end within {patience}. It wrote:{Environment.NewLine}{written}");
    }

    /// <summary>Asks it to end, as Ctrl+C does.</summary>
    /// <exception cref="PlatformNotSupportedException">The system is Windows, which sends Ctrl+C to consoles only.</exception>
    public void Interrupt()
    {
        if (OperatingSystem.IsWindows())
        {
            throw new PlatformNotSupportedException("Windows sends Ctrl+C to consoles only.");
        }

        using Process kill = Process.Start("kill", ["-INT", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    /// <summary>Ends it and all that it started, without warning.</summary>
    public void Kill()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_process.HasExited)
        {
            Kill();
        }

        _process.Dispose();
    }
}
