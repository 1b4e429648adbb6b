using System.Diagnostics;
using System.Text;

namespace DeepQDataset.Cmdlets.Tests.Engine;

/// <summary>Runs <c>dq</c> as its users do: in a process of its own.</summary>
internal static class HostProcess
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Runs it and waits for its end.</summary>
    /// <param name="folder">Its current directory.</param>
    /// <param name="arguments">Its arguments, each as one word.</param>
    public static HostOutput Run(string folder, params string[] arguments)
    {
        using Process process = Start(folder, arguments);
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException("dq does not end.");
        }

        return new HostOutput(process.ExitCode, Lines(output.GetAwaiter().GetResult()), Lines(error.GetAwaiter().GetResult()));
    }

    /// <summary>Starts it.</summary>
    public static Process Start(string folder, params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet", [BuildOutput.Host, .. arguments])
        {
            UseShellExecute = false,
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        Process process = Process.Start(start)!;
        process.StandardInput.Close();
        return process;
    }

    private static string[] Lines(string text) => text.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0).ToArray();
}
