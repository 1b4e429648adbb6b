namespace DeepQDataset.Cmdlets.Tests.Engine;

/// <summary>Where the tests find what the build made.</summary>
internal static class Repository
{
    /// <summary>The folder that holds the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The staged module's folder.</summary>
    public static string StagedModule { get; } = Path.Combine(Root, "out", "DeepQDataset");

    /// <summary>The staged module's manifest.</summary>
    public static string Manifest { get; } = Path.Combine(StagedModule, "DeepQDataset.psd1");

    /// <summary>The program <c>dq</c>, of the configuration under test.</summary>
    public static string Host { get; } = Path.Combine(Root, "src", "DeepQDataset.Host", "bin", Configuration, Framework.Name, "dq.dll");

    /// <summary>The configuration under test, such as <c>Debug</c>.</summary>
    public static string Configuration => Framework.Parent!.Name;

    private static DirectoryInfo Framework => new(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));

    private static string FindRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "DeepQDataset.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("The tests run outside of the repository.");
    }
}
