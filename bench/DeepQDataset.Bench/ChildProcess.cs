using System.Diagnostics;
using System.Globalization;

namespace DeepQDataset.Bench;

/// <summary>Runs a program that prints the seconds it took as its first word.</summary>
internal static class ChildProcess
{
    /// <summary>Runs it and reads the seconds.</summary>
    public static double Seconds(string program, params string[] arguments) =>
        double.Parse(Run(program, arguments).Split(' ')[0], CultureInfo.InvariantCulture);

    /// <summary>Runs a program.</summary>
    /// <returns>What it printed.</returns>
    public static string Run(string program, params string[] arguments)
    {
        ProcessStartInfo start = new(program) { RedirectStandardOutput = true, UseShellExecute = false };
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using Process process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? output
            : throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
    }

    /// <summary>Runs a program that prints no time; its own start is part of what is measured.</summary>
    /// <param name="program">The program.</param>
    /// <param name="folder">The folder it runs in.</param>
    /// <param name="arguments">Its arguments.</param>
    public static double WallSeconds(string program, string folder, params string[] arguments)
    {
        ProcessStartInfo start = new(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        long started = Stopwatch.GetTimestamp();
        using Process process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? Stopwatch.GetElapsedTime(started).TotalSeconds
            : throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
    }

    /// <summary>Runs this program again, in a process of its own.</summary>
    public static double SecondsOfSelf(params string[] arguments) =>
        Seconds(Environment.ProcessPath!, Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet"
            ? [Environment.GetCommandLineArgs()[0], .. arguments]
            : arguments);
}
