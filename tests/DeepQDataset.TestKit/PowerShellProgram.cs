namespace DeepQDataset.TestKit;

/// <summary>
/// The real PowerShell that tests run: the program that the environment variable <c>DQ_PWSH</c> names, else the .NET tool of
/// <c>.config/dotnet-tools.json</c>, which is restored where it is missing.
/// </summary>
public static class PowerShellProgram
{
    /// <summary>The environment variable that names another <c>pwsh</c> than the tool.</summary>
    public const string Variable = "DQ_PWSH";

    private static readonly TimeSpan RestorePatience = TimeSpan.FromMinutes(5);
    private static readonly Lazy<string[]> Command = new(Find);

    /// <summary>Gets the words that start PowerShell in any folder: a program and its first arguments.</summary>
    /// <exception cref="InvalidOperationException">There is no PowerShell here, and none can be restored: the message says why.</exception>
    public static IReadOnlyList<string> CommandLine => Command.Value;

    /// <summary>Gets a value that indicates whether it is the tool, not a program that <see cref="Variable"/> names.</summary>
    public static bool IsTool => NamedProgram is null;

    /// <summary>Runs PowerShell without a profile and without a user, and waits for its end.</summary>
    /// <param name="folder">Its current directory.</param>
    /// <param name="patience">How long it may take.</param>
    /// <param name="arguments">Its arguments, such as <c>-Command</c> and a script.</param>
    /// <exception cref="InvalidOperationException">There is no PowerShell here, and none can be restored: the message says why.</exception>
    /// <exception cref="TimeoutException">It took longer than that.</exception>
    public static ProgramOutput Run(string folder, TimeSpan patience, params IEnumerable<string> arguments)
    {
        string[] words = [.. CommandLine, "-NoProfile", "-NonInteractive", .. arguments];
        return ExternalProgram.TryRun(folder, patience, words[0], words[1..])
            ?? throw new InvalidOperationException($"'{words[0]}' cannot be started.");
    }

    private static string? NamedProgram =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } path ? Path.GetFullPath(path) : null;

    private static string[] Find()
    {
        if (NamedProgram is not { } named)
        {
            return ["dotnet", FindTool() ?? RestoreTool()];
        }

        return File.Exists(named)
            ? [named]
            : throw new InvalidOperationException($"There is no '{named}', which the environment variable {Variable} names.");
    }

    /// <summary>Returns the assembly that the tool runs, as it says itself; null if it is not restored.</summary>
    private static string? FindTool()
    {
        ProgramOutput run = DotNet("tool", "run", "pwsh", "--", "-NoProfile", "-Command", "[Environment]::GetCommandLineArgs()[0]");
        string path = run.Output.Trim();
        return run.ExitCode == 0 && File.Exists(path) ? path : null;
    }

    /// <summary>Restores the tool. Only one process at a time does, so that those that run beside it find it whole.</summary>
    private static string RestoreTool()
    {
        using Mutex mutex = new(initiallyOwned: false, "DeepQDataset.RestoreTool");
        try
        {
            mutex.WaitOne();
        }
        catch (AbandonedMutexException)
        {
            // The process that had it has ended; the mutex is ours.
        }

        try
        {
            if (FindTool() is { } restoredMeanwhile)
            {
                return restoredMeanwhile;
            }

            ProgramOutput restore = DotNet("tool", "restore");
            return FindTool() ?? throw new InvalidOperationException(
                $"""
                PowerShell cannot be restored, so no test that needs it has run.
                'dotnet tool restore' in '{Repository.Root}' ended with {restore.ExitCode}:
                {restore.Output}{restore.Error}
                Run it where nuget.org can be reached, or name the path of a pwsh in the environment variable {Variable}.
                """);
        }
        finally
        {
            mutex.ReleaseMutex();
        }
    }

    private static ProgramOutput DotNet(params string[] arguments) =>
        ExternalProgram.TryRun(Repository.Root, RestorePatience, "dotnet", arguments)
        ?? throw new InvalidOperationException("'dotnet' is not in the search path.");
}
