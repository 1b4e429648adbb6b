namespace DeepQDataset.Conversion;

/// <summary>Turns class folders into labels.</summary>
public static class ClassFolderConverter
{
    /// <summary>Emits one label with Value 1 for each image in a class folder, in the order of their paths; one with Class null for an image outside any.</summary>
    /// <param name="fullPath">A rooted path: <c>Classes</c> itself, or the folder or zip that holds it.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="DatasetException">There are no class folders.</exception>
    public static IEnumerable<DqLabel> Convert(string fullPath, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        return [];
    }
}
