namespace DeepQDataset.TestKit;

/// <summary>A folder of its own for one test, removed with it.</summary>
public sealed class TempFolder : IDisposable
{
    /// <summary>Makes the folder.</summary>
    public TempFolder() => FullPath = Directory.CreateTempSubdirectory("dq-").FullName;

    /// <summary>Gets the folder's full path.</summary>
    public string FullPath { get; }

    /// <summary>Gets the full path of something in it.</summary>
    /// <param name="relativePath">with <c>/</c> as separator.</param>
    public string this[string relativePath] => Path.Combine(FullPath, relativePath.Replace('/', Path.DirectorySeparatorChar));

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            Directory.Delete(FullPath, recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A file that a loaded module still holds must not fail the test.
        }
    }
}
