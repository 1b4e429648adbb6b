namespace DeepQDataset.Files;

/// <summary>
/// Represents a file that is written completely or not at all. It is written under a temporary name beside its destination and renamed when
/// it is complete. If anything fails before, even the process, the destination is unchanged.
/// </summary>
internal sealed class AtomicFile : IDisposable
{
    private readonly string _destination;
    private readonly Temporary _temporary;
    private readonly bool _overwrite;
    private readonly FileStream _file;

    private AtomicFile(string destination, Temporary temporary, bool overwrite, FileStream file)
    {
        _destination = destination;
        _temporary = temporary;
        _overwrite = overwrite;
        _file = file;
        Stream = new DestinationStream(file, destination);
    }

    /// <summary>Gets the stream for the content, forward only.</summary>
    public Stream Stream { get; }

    /// <summary>Gets the path until the file is committed.</summary>
    public string TemporaryPath => _temporary.FullPath;

    /// <summary>Starts a file.</summary>
    /// <param name="destination">The rooted path of the file.</param>
    /// <param name="overwrite">Indicates whether an existing file may be replaced.</param>
    /// <param name="atLeastBytes">
    /// The minimum length in bytes; 0 if it is unknown. Throws if less space is free. The space is allocated at once, which is faster than
    /// growing. If it is not 0, writes are expected in large blocks and are not buffered.
    /// </param>
    /// <exception cref="DatasetException">
    /// The destination exists or is not a valid file name, its folder does not exist, access is denied, or the disk is full.
    /// </exception>
    /// <exception cref="OperationCanceledException">The process is about to end.</exception>
    public static AtomicFile Create(string destination, bool overwrite, long atLeastBytes = 0)
    {
        string folder = CheckDestination(destination, overwrite);
        DestinationSpace.Check(folder, destination, atLeastBytes);
        Temporary temporary = Temporary.In(folder, Path.GetFileName(destination));
        try
        {
            FileStream file = new(temporary.FullPath, new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.Write,
                Share = FileShare.Read | FileShare.Delete,
                BufferSize = atLeastBytes > 0 ? 0 : 1 << 16,
                PreallocationSize = atLeastBytes,
            });
            return new AtomicFile(destination, temporary, overwrite, file);
        }
        catch (Exception exception) when (DestinationErrors.CanTranslate(exception))
        {
            temporary.Dispose();
            throw DestinationErrors.Translate(exception, destination);
        }
    }

    /// <summary>Renames the file to its destination. Nothing can be written afterwards.</summary>
    /// <param name="flushToDisk">Indicates whether to flush the file to the disk first.</param>
    /// <param name="lastWriteTimeUtc">The time of the last write to set; null for now.</param>
    /// <exception cref="DatasetException">
    /// The destination has been created by another program, access is denied, or the disk is full.
    /// </exception>
    public void Commit(bool flushToDisk = false, DateTime? lastWriteTimeUtc = null)
    {
        try
        {
            _file.Flush(flushToDisk);
            DestinationTime.Set(_file.SafeFileHandle, lastWriteTimeUtc);
            _file.Dispose();
            _temporary.Finish(() => File.Move(_temporary.FullPath, _destination, _overwrite));
            _temporary.Keep();
        }
        catch (IOException) when (!_overwrite && File.Exists(_destination))
        {
            throw AlreadyThere(_destination);
        }
        catch (Exception exception) when (DestinationErrors.CanTranslate(exception))
        {
            throw DestinationErrors.Translate(exception, _destination);
        }
    }

    /// <summary>Removes the temporary file, unless it was committed.</summary>
    public void Dispose()
    {
        try
        {
            _file.Dispose();
        }
        catch (IOException)
        {
            // The disk is full for the rest of the buffer; the file is removed anyway.
        }

        _temporary.Dispose();
    }

    private static string CheckDestination(string destination, bool overwrite)
    {
        ArgumentNullException.ThrowIfNull(destination);
        if (!Path.IsPathFullyQualified(destination))
        {
            throw DestinationErrors.NotRooted(destination);
        }

        if (Path.EndsInDirectorySeparator(destination) || Directory.Exists(destination))
        {
            throw new DatasetException("DestinationIsFolder", DatasetErrorKind.InvalidArgument,
                $"'{destination}' is a folder; name a file.", destination);
        }

        string folder = Path.GetDirectoryName(destination)!;
        if (!Directory.Exists(folder))
        {
            throw new DatasetException(
                "DestinationFolderNotFound", DatasetErrorKind.NotFound, $"The folder '{folder}' is not there; make it first.", destination);
        }

        return overwrite || !File.Exists(destination) ? folder : throw AlreadyThere(destination);
    }

    private static DatasetException AlreadyThere(string destination) => new(
        "DestinationExists", DatasetErrorKind.AlreadyExists,
        $"'{destination}' exists already; {Remedy.Of(RemedyAction.Overwrite)} replaces it.",
        destination);
}
