namespace DeepQDataset.Files;

/// <summary>Creates folders to write to.</summary>
internal static class DestinationFolder
{
    /// <summary>Creates a folder and its parents, unless it exists.</summary>
    /// <param name="path">The rooted path.</param>
    /// <exception cref="DatasetException">The folder cannot be created.</exception>
    public static void Create(string path)
    {
        try
        {
            Directory.CreateDirectory(path);
        }
        catch (Exception exception) when (DestinationErrors.CanTranslate(exception))
        {
            throw DestinationErrors.Translate(exception, path);
        }
    }
}
