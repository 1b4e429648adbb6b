namespace DeepQDataset.Files;

/// <summary>Makes folders that are written into.</summary>
internal static class DestinationFolder
{
    /// <summary>Makes a folder and its parents; one that exists stays as it is.</summary>
    /// <param name="path">A rooted path.</param>
    /// <exception cref="DatasetException">The folder cannot be made.</exception>
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
