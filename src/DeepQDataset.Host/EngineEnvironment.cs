using System.Management.Automation;

namespace DeepQDataset.Host;

/// <summary>The process-wide settings of the engine, made before it starts.</summary>
internal static class EngineEnvironment
{
    /// <summary>Gets the module's manifest, beside the program.</summary>
    public static string Manifest { get; } = Path.Combine(ModuleFolder, "DeepQDataset", "DeepQDataset.psd1");

    private static string ModuleFolder => Path.Combine(AppContext.BaseDirectory, "Modules");

    /// <summary>
    /// Gets a value that indicates whether any dataset was rejected so far, in whatever runspace: Test-DqDataset says so by this switch.
    /// </summary>
    public static bool DatasetWasRejected => AppContext.TryGetSwitch("DeepQDataset.DatasetRejected", out bool rejected) && rejected;

    /// <summary>
    /// Keeps the engine from calling home, lets every runspace find the module, and turns colours off where nobody sees them.
    /// </summary>
    public static void Prepare(Terminal terminal)
    {
        Environment.SetEnvironmentVariable("POWERSHELL_TELEMETRY_OPTOUT", "1");
        Environment.SetEnvironmentVariable("POWERSHELL_UPDATECHECK", "Off");
        string? modules = Environment.GetEnvironmentVariable("PSModulePath");
        Environment.SetEnvironmentVariable(
            "PSModulePath", string.IsNullOrEmpty(modules) ? ModuleFolder : ModuleFolder + Path.PathSeparator + modules);
        if (!terminal.OutputHasColours)
        {
            PSStyle.Instance.OutputRendering = OutputRendering.PlainText;
        }
    }
}
