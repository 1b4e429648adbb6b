using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace DeepQDataset.TestKit;

/// <summary>Runs other programs.</summary>
public static class ExternalProgram
{
    /// <summary>How long a program may take unless the caller says otherwise.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Runs a program with an empty input and waits for its end. Output and error are read as UTF-8.</summary>
    /// <param name="folder">Its current directory.</param>
    /// <param name="patience">How long it may take.</param>
    /// <param name="program">Its path, or its name where the search path leads to it.</param>
    /// <param name="arguments">Its arguments, each as one word.</param>
    /// <returns>Its exit code and all it wrote; null where no such program is installed.</returns>
    /// <exception cref="TimeoutException">It took longer than that; it has been ended, and the message holds what it wrote.</exception>
    public static ProgramOutput? TryRun(string folder, TimeSpan patience, string program, params IEnumerable<string> arguments)
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
            },
        };
        using Process? process = Start(start);
        if (process is null)
        {
            return null;
        }

        // Both at once: a program whose error is not read stops when that pipe is full.
        process.StandardInput.Close();
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        bool ended = process.WaitForExit(patience);
        if (!ended)
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }

        string written = output.GetAwaiter().GetResult();
        string complaint = error.GetAwaiter().GetResult();
        return ended
            ? new ProgramOutput(process.ExitCode, written, complaint)
            : throw new TimeoutException($"'{program}' did not end within {patience}. It wrote:{Environment.NewLine}{written}{complaint}");
    }

    private static Process? Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
