using System.Collections.Concurrent;
using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Core.Tests.TestKit;

/// <summary>Runs other programs to confirm our results.</summary>
internal static class Witness
{
    /// <summary>Where a Python may be. The first of the path may be a version of its own, without the system's packages.</summary>
    private static readonly string[] Pythons = ["python3", "/usr/bin/python3"];

    /// <summary>The Python that has a module, by the module; null if none has it.</summary>
    private static readonly ConcurrentDictionary<string, string?> PythonOf = new(StringComparer.Ordinal);

    /// <summary>Runs Python with a module and expects success; skips the test if no Python has the module.</summary>
    /// <returns>The output.</returns>
    public static ProgramOutput RunPython(string module, params string[] arguments)
    {
        string? python = PythonOf.GetOrAdd(
            module, static module => Pythons.FirstOrDefault(program => TryRun(program, "-c", $"import {module}")?.ExitCode == 0));
        Assert.SkipWhen(python is null, $"No Python with {module} is installed here; it only witnesses what the other tests check.");
        return Run(python, arguments);
    }

    /// <summary>Runs a program and expects success; skips the test if it is not installed.</summary>
    /// <returns>The output.</returns>
    public static ProgramOutput Run(string program, params string[] arguments)
    {
        ProgramOutput? run = TryRun(program, arguments);
        Assert.SkipWhen(run is null, $"'{program}' is not installed here; it only witnesses what the other tests check.");
        Assert.True(run.ExitCode == 0, $"'{program}' ended with {run.ExitCode}: {run.Output}{run.Error}");
        return run;
    }

    private static ProgramOutput? TryRun(string program, params string[] arguments) =>
        ExternalProgram.TryRun(Directory.GetCurrentDirectory(), ExternalProgram.Patience, program, arguments);
}
