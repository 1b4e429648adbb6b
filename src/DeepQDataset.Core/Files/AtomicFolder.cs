namespace DeepQDataset.Files;

/// <summary>
/// Represents a folder that is written completely or not at all. Files are written into a temporary folder beside the destination, which is
/// renamed at the end. If the destination exists, the temporary folder is inside it, and at the end its parts replace the existing ones.
/// </summary>
internal sealed class AtomicFolder : IDisposable
{
    private const string NewName = "new";
    private const string ReplacedName = "old";

    private readonly string _destination;
    private readonly IReadOnlyList<string> _parts;
    private readonly Temporary _temporary;
    private readonly bool _isNew;

    private AtomicFolder(string destination, Temporary temporary, bool isNew, IReadOnlyList<string> parts)
    {
        _destination = destination;
        _temporary = temporary;
        _isNew = isNew;
        _parts = parts;
        Root = isNew ? temporary.FullPath : Path.Combine(temporary.FullPath, NewName);
    }

    /// <summary>Gets the folder to write to until it is committed.</summary>
    public string Root { get; }

    private string Replaced => Path.Combine(_temporary.FullPath, ReplacedName);

    /// <summary>Starts a folder.</summary>
    /// <param name="destination">The rooted path of the folder, without a separator at its end.</param>
    /// <param name="overwrite">Indicates whether parts of a dataset in an existing folder may be replaced.</param>
    /// <param name="parts">The names of the files and folders of the dataset.</param>
    /// <exception cref="DatasetException">The destination is not empty, is a file, or cannot be created.</exception>
    /// <exception cref="OperationCanceledException">The process is about to end.</exception>
    public static AtomicFolder Create(string destination, bool overwrite, IReadOnlyList<string> parts)
    {
        if (!Path.IsPathFullyQualified(destination))
        {
            throw DestinationErrors.NotRooted(destination);
        }

        if (File.Exists(destination))
        {
            throw new DatasetException("DestinationIsFile", DatasetErrorKind.AlreadyExists,
                $"'{destination}' is a file; name a folder.", destination);
        }

        bool isNew = !Directory.Exists(destination);
        if (!isNew && !overwrite && !IsEmpty(destination))
        {
            throw NotEmpty(destination, parts);
        }

        Temporary temporary = Temporary.In(isNew ? Path.GetDirectoryName(destination)! : destination, Path.GetFileName(destination));
        AtomicFolder folder = new(destination, temporary, isNew, parts);
        try
        {
            DestinationFolder.Create(folder.Root);
            return folder;
        }
        catch (DatasetException)
        {
            folder.Dispose();
            throw;
        }
    }

    /// <summary>Moves the files to the destination.</summary>
    /// <exception cref="DatasetException">The files cannot be moved; the previous state has been restored.</exception>
    public void Commit()
    {
        try
        {
            if (_isNew)
            {
                _temporary.Finish(() => Directory.Move(_temporary.FullPath, _destination));
                _temporary.Keep();
            }
            else
            {
                _temporary.Finish(Replace);
            }
        }
        catch (IOException) when (_isNew && (Directory.Exists(_destination) || File.Exists(_destination)))
        {
            throw NotEmpty(_destination, _parts);
        }
        catch (Exception exception) when (DestinationErrors.CanTranslate(exception))
        {
            throw DestinationErrors.Translate(exception, _destination);
        }
    }

    /// <summary>Removes the temporary folder.</summary>
    public void Dispose() => _temporary.Dispose();

    /// <summary>
    /// Returns a value that indicates whether an abandoned temporary folder holds the only copy of parts of a dataset, because the process
    /// ended while it replaced them.
    /// </summary>
    /// <param name="temporary">The path of a temporary file or folder.</param>
    public static bool HoldsOnlyCopy(string temporary) =>
        HasAny(Path.Combine(temporary, ReplacedName)) && HasAny(Path.Combine(temporary, NewName));

    private void Replace()
    {
        Directory.CreateDirectory(Replaced);
        List<(string From, string To)> moved = [];
        try
        {
            foreach (string name in _parts.Append(IncompleteFolder.MarkName).Union(NamesIn(Root), StringComparer.Ordinal))
            {
                MoveIfExists(Path.Combine(_destination, name), Path.Combine(Replaced, name), moved);
            }

            foreach (string name in NamesIn(Root))
            {
                MoveIfExists(Path.Combine(Root, name), Path.Combine(_destination, name), moved);
            }
        }
        catch (Exception exception) when (FileFailure.IsAccess(exception))
        {
            if (!TryMoveBack(moved))
            {
                _temporary.Keep();
                throw new DatasetException("NotPutBack", DatasetErrorKind.InputOutput,
                    $"'{_destination}' could not be replaced ({exception.Message}), nor all of what was in it be put back; " +
                    $"the rest is in '{Replaced}'. Move it back by hand.", _destination, exception);
            }

            throw;
        }
    }

    private static bool TryMoveBack(List<(string From, string To)> moved)
    {
        bool isRestored = true;
        for (int index = moved.Count - 1; index >= 0; index--)
        {
            try
            {
                Move(moved[index].To, moved[index].From);
            }
            catch (Exception exception) when (FileFailure.IsAccess(exception))
            {
                isRestored = false;
            }
        }

        return isRestored;
    }

    private static void MoveIfExists(string from, string to, List<(string From, string To)> moved)
    {
        if (Directory.Exists(from) || File.Exists(from))
        {
            Move(from, to);
            moved.Add((from, to));
        }
    }

    private static void Move(string from, string to)
    {
        if (Directory.Exists(from))
        {
            Directory.Move(from, to);
        }
        else
        {
            File.Move(from, to);
        }
    }

    private static string[] NamesIn(string folder) =>
        Directory.EnumerateFileSystemEntries(folder, "*", AllFiles).Select(path => Path.GetFileName(path)).ToArray();

    private static bool HasAny(string folder) =>
        Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder, "*", AllFiles).Any();

    private static bool IsEmpty(string folder)
    {
        try
        {
            return !Directory.EnumerateFileSystemEntries(folder, "*", AllFiles).Any();
        }
        catch (Exception exception) when (DestinationErrors.CanTranslate(exception))
        {
            throw DestinationErrors.Translate(exception, folder);
        }
    }

    private static EnumerationOptions AllFiles => new() { AttributesToSkip = FileAttributes.None };

    private static DatasetException NotEmpty(string destination, IReadOnlyList<string> parts) => new(
        "DestinationExists", DatasetErrorKind.AlreadyExists,
        $"'{destination}' exists already and is not empty; {Remedy.Of(RemedyAction.Overwrite)} replaces {string.Join(", ", parts)} in it.",
        destination);
}
