using System.Reflection;
using System.Text.Json;
using DeepQDataset.TestKit;

namespace DeepQDataset.Pester.Tests;

/// <summary>One run of Pester in a real PowerShell.</summary>
/// <param name="PowerShell">The version of PowerShell.</param>
/// <param name="Pester">The version of Pester.</param>
/// <param name="Total">The number of tests that Pester counted.</param>
/// <param name="Result">What Pester says of the whole: <c>Passed</c> or <c>Failed</c>.</param>
/// <param name="Results">One result a test, then one for each set-up, clean-up and discovery that failed.</param>
internal sealed record PesterRun(string PowerShell, string Pester, int Total, string Result, IReadOnlyList<PesterResult> Results)
{
    /// <summary>The environment variable that names another version of Pester than the newest that is restored.</summary>
    public const string Variable = "DQ_PESTER";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    /// <summary>Runs all tests in a folder.</summary>
    /// <exception cref="InvalidOperationException">There was no complete run: the message says why.</exception>
    public static PesterRun Of(string tests)
    {
        using TempFolder folder = new();
        string report = folder["report.json"];
        string script = Path.Combine(AppContext.BaseDirectory, "Invoke-Suite.ps1");
        ProgramOutput run = PowerShellProgram.Run(
            Repository.Root, Patience, "-File", script, "-Pester", Manifest, "-Path", tests, "-Destination", report);
        return File.Exists(report)
            ? JsonSerializer.Deserialize<PesterRun>(File.ReadAllText(report))!
            : throw new InvalidOperationException(
                $"Pester left no report of '{tests}'. PowerShell ended with {run.ExitCode} and wrote:\n{run.Output}{run.Error}");
    }

    /// <summary>Gets the version of Pester to use.</summary>
    public static string AskedVersion =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } version ? version : Path.GetFileName(NewestPackage);

    private static string NewestPackage { get; } = typeof(PesterRun).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "PesterPackage").Value!;

    /// <summary>Gets the manifest of the Pester module to use.</summary>
    private static string Manifest
    {
        get
        {
            string package = Path.Combine(Path.GetDirectoryName(NewestPackage)!, AskedVersion);
            string manifest = Path.Combine(package, "tools", "Pester.psd1");
            return File.Exists(manifest)
                ? manifest
                : throw new InvalidOperationException(
                    $"There is no Pester in '{package}'. Run 'dotnet restore', or name a version that it brings in {Variable}.");
        }
    }
}
