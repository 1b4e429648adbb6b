using System.Diagnostics;
using Xunit;

namespace DeepQDataset.Core.Tests.Building.Zip;

/// <summary>Asks other programs what they make of a zip.</summary>
internal static class ZipWitness
{
    /// <summary>Expects a program to accept a zip; skips the test where the program is not installed.</summary>
    /// <returns>What the program wrote.</returns>
    public static string Accepts(string program, params string[] arguments)
    {
        ProcessStartInfo start = new(program)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
            Environment = { ["PYTHONIOENCODING"] = "utf-8", ["LC_ALL"] = "C.UTF-8" },
        };
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using Process? process = Start(start);
        Assert.SkipWhen(process is null, $"{program} is not installed.");
        Task<string> errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{program} ended with {process.ExitCode}: {output}{errors.Result}");
        return output;
    }

    private static Process? Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
