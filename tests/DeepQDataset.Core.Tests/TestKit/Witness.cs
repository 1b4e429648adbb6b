using System.Diagnostics;
using Xunit;

namespace DeepQDataset.Core.Tests.TestKit;

/// <summary>Programs of others that say the same as we do.</summary>
internal static class Witness
{
    /// <summary>Runs Python with a module, wherever one has it; skips the test where none does.</summary>
    public static void RunPython(string module, params string[] arguments)
    {
        // The first of the path may be a version of its own, without the system's packages.
        string? python = new[] { "python3", "/usr/bin/python3" }.FirstOrDefault(program => HasModule(program, module));
        Assert.SkipWhen(python is null, $"No Python with {module} is installed here; it only witnesses what the other tests check.");
        Run(python, arguments);
    }

    /// <summary>Runs a program and expects that it is content; skips the test where it is not installed.</summary>
    public static void Run(string program, params string[] arguments)
    {
        ProcessStartInfo start = new(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.Environment["LC_ALL"] = "C.UTF-8";
        Process? process = null;
        try
        {
            process = Process.Start(start);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip($"'{program}' is not installed here; it only witnesses what the other tests check.");
        }

        using (process)
        {
            string output = process!.StandardOutput.ReadToEnd() + process.StandardError.ReadToEnd();
            process.WaitForExit();
            Assert.True(process.ExitCode == 0, output);
        }
    }

    private static bool HasModule(string python, string module)
    {
        try
        {
            using Process? process = Process.Start(new ProcessStartInfo(python, ["-c", $"import {module}"]) { RedirectStandardError = true, UseShellExecute = false });
            process!.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
