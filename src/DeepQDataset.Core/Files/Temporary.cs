namespace DeepQDataset.Files;

/// <summary>
/// Represents a temporary file or folder, which is removed when it is disposed of, at the latest before the process ends. If the process is
/// killed, the next process that writes to the same folder removes it (<see cref="StaleTemporaries"/>).
/// </summary>
internal sealed class Temporary : IDisposable
{
    private readonly object _gate = new();
    private bool _isKept;
    private bool _isRemoved;

    private Temporary(string path) => FullPath = path;

    /// <summary>Gets the rooted path.</summary>
    public string FullPath { get; }

    /// <summary>Chooses a path without creating anything, and removes temporary files that killed processes left in the folder.</summary>
    /// <param name="folder">The rooted path of the folder, which need not exist.</param>
    /// <param name="name">The final name of the file or folder.</param>
    /// <exception cref="OperationCanceledException">The process is about to end.</exception>
    public static Temporary In(string folder, string name)
    {
        StaleTemporaries.Remove(folder);
        Temporary temporary = new(Path.Combine(folder, TemporaryName.Create(name)));
        ProcessEnd.Add(temporary);
        return temporary;
    }

    /// <summary>
    /// Performs an action that must not be interrupted: the process does not end before it is complete.
    /// </summary>
    /// <param name="action">The action, which moves the file or folder to its destination.</param>
    /// <exception cref="OperationCanceledException">The process is about to end, and the file or folder has been removed.</exception>
    public void Finish(Action action)
    {
        lock (_gate)
        {
            if (_isRemoved)
            {
                throw new OperationCanceledException();
            }

            action();
        }
    }

    /// <summary>Keeps the file or folder, because it has been renamed or is still needed.</summary>
    public void Keep()
    {
        _isKept = true;
        ProcessEnd.Forget(this);
    }

    /// <summary>Removes the file or folder, unless it is kept.</summary>
    /// <returns>True if nothing is left to be removed; otherwise, false.</returns>
    public bool TryRemove()
    {
        lock (_gate)
        {
            _isRemoved = !_isKept;
            return _isKept || TryRemove(FullPath);
        }
    }

    /// <summary>Removes a file, or a folder with its content.</summary>
    /// <returns>
    /// True if it does not exist any more; otherwise, false. A virus scanner or a thread that still writes may have a file open.
    /// </returns>
    public static bool TryRemove(string path)
    {
        try
        {
            if (Directory.Exists(path))
            {
                Directory.Delete(path, recursive: true);
            }
            else
            {
                File.Delete(path);
            }

            return true;
        }
        catch (DirectoryNotFoundException)
        {
            return true;
        }
        catch (Exception exception) when (FileFailure.IsAccess(exception))
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_isKept)
        {
            TryRemove();
            ProcessEnd.Forget(this);
        }
    }
}
