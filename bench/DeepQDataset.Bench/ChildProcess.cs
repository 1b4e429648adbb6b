using System.Diagnostics;
using System.Globalization;
using DeepQDataset.TestKit;

namespace DeepQDataset.Bench;

/// <summary>Runs programs that print the seconds they took as their first word.</summary>
internal static class ChildProcess
{
    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    /// <summary>Runs a program and reads the seconds.</summary>
    public static double Seconds(string program, params string[] arguments) =>
        double.Parse(Run(program, arguments).Split(' ')[0], CultureInfo.InvariantCulture);

    /// <summary>Runs a program.</summary>
    /// <returns>The output of the program.</returns>
    public static string Run(string program, params string[] arguments) => Run(program, Directory.GetCurrentDirectory(), arguments).Output;

    /// <summary>Runs a program that prints no time; the measured time includes its start.</summary>
    /// <param name="program">The program.</param>
    /// <param name="folder">The folder it runs in.</param>
    /// <param name="arguments">Its arguments.</param>
    public static double WallSeconds(string program, string folder, params string[] arguments)
    {
        long started = Stopwatch.GetTimestamp();
        Run(program, folder, arguments);
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    /// <summary>Runs this program again, in a process of its own.</summary>
    public static double SecondsOfSelf(params string[] arguments) =>
        Seconds(Environment.ProcessPath!, Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet"
            ? [Environment.GetCommandLineArgs()[0], .. arguments]
            : arguments);

    private static ProgramOutput Run(string program, string folder, string[] arguments)
    {
        ProgramOutput run = ExternalProgram.TryRun(folder, Patience, program, arguments)
            ?? throw new InvalidOperationException($"{program} did not start.");
        return run.ExitCode == 0
            ? run
            : throw new InvalidOperationException($"{program} ended with {run.ExitCode}: {run.Error}");
    }
}
