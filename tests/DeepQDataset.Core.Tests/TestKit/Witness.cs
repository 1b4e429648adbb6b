using System.Diagnostics;
using Xunit;

namespace DeepQDataset.Core.Tests.TestKit;

/// <summary>Programs of others that say the same as we do.</summary>
internal static class Witness
{
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
}
