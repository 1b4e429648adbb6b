namespace DeepQDataset.TestKit;

/// <summary>Where the project's own files lie.</summary>
public static class Repository
{
    /// <summary>Gets the folder that holds DeepQDataset.sln.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Returns the full path of one of the project's files.</summary>
    public static string File(string relativePath) => Path.Combine(Root, relativePath);

    private static string FindRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !System.IO.File.Exists(Path.Combine(folder.FullName, "DeepQDataset.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests do not run from inside the project's folder.");
    }
}
