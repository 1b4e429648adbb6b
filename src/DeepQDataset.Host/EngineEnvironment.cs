using System.Management.Automation;

namespace DeepQDataset.Host;

/// <summary>Provides the process-wide settings of the engine, which are made before it starts.</summary>
internal static class EngineEnvironment
{
    /// <summary>Gets the manifest of the module, beside the program.</summary>
    public static string Manifest { get; } = Path.Combine(ModuleFolder, "DeepQDataset", "DeepQDataset.psd1");

    private static string ModuleFolder => Path.Combine(AppContext.BaseDirectory, "Modules");

    /// <summary>
    /// Gets a value that indicates whether any dataset has been rejected, in any runspace; Test-DqDataset sets this switch.
    /// </summary>
    public static bool DatasetWasRejected => AppContext.TryGetSwitch("DeepQDataset.DatasetRejected", out bool rejected) && rejected;

    /// <summary>Turns telemetry off, lets every runspace find the module, and turns colours off if there is no terminal.</summary>
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
