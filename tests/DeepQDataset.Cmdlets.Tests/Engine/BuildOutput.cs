using DeepQDataset.TestKit;

namespace DeepQDataset.Cmdlets.Tests.Engine;

/// <summary>Where the tests find what the build made.</summary>
internal static class BuildOutput
{
    /// <summary>Gets the staged module's folder.</summary>
    public static string StagedModule { get; } = Path.Combine(Repository.Root, "out", "DeepQDataset");

    /// <summary>Gets the staged module's manifest.</summary>
    public static string Manifest { get; } = Path.Combine(StagedModule, "DeepQDataset.psd1");

    /// <summary>Gets the program <c>dq</c>, of the configuration under test.</summary>
    public static string Host { get; } =
        Path.Combine(Repository.Root, "src", "DeepQDataset.Host", "bin", Configuration, Framework.Name, "dq.dll");

    /// <summary>Gets the configuration under test, such as <c>Debug</c>.</summary>
    public static string Configuration => Framework.Parent!.Name;

    private static DirectoryInfo Framework => new(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
}
