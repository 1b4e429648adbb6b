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
    public static string Host { get; } = FindHost();

    private static string FindRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "DeepQDataset.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("The tests run outside of the repository.");
    }

    private static string FindHost()
    {
        DirectoryInfo framework = new(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        return Path.Combine(Root, "src", "DeepQDataset.Host", "bin", framework.Parent!.Name, framework.Name, "dq.dll");
    }
}
