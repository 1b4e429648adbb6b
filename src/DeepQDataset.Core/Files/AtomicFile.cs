using System.Security.Cryptography;

namespace DeepQDataset.Files;

/// <summary>
/// A file that is there whole or not at all: it is written under a temporary name beside its destination, and renamed when all of it
/// was handed to the system. Whatever happens before that, even the end of the process, leaves the destination as it was.
/// </summary>
internal sealed class AtomicFile : IDisposable
{
    // Leaves room for the prefix and suffix where names end at 255 bytes.
    private const int LongestNamePart = 40;

    private readonly string _destination;
    private readonly string _temporary;
    private readonly bool _overwrite;
    private readonly FileStream _file;
    private bool _committed;

    private AtomicFile(string destination, string temporary, bool overwrite, FileStream file)
    {
        _destination = destination;
        _temporary = temporary;
        _overwrite = overwrite;
        _file = file;
        Stream = new DestinationStream(file, destination);
    }

    /// <summary>Where the content goes, forward only.</summary>
    public Stream Stream { get; }

    /// <summary>The path it has until it is committed.</summary>
    public string TemporaryPath => _temporary;

    /// <summary>Starts a file.</summary>
    /// <param name="destination">The rooted path that it will have.</param>
    /// <param name="overwrite">Whether an existing file may be replaced.</param>
    /// <param name="atLeastBytes">
    /// How many bytes it will have at the least; refused when the file system has fewer free. They are asked for at once, which is faster
    /// than growing; who knows them writes large blocks, which are not buffered once more. 0 where nothing is known.
    /// </param>
    /// <exception cref="DatasetException">
    /// The destination exists or is no possible file, its folder is not there, access is denied, or there is no room.
    /// </exception>
    public static AtomicFile Create(string destination, bool overwrite, long atLeastBytes = 0)
    {
        string folder = CheckDestination(destination, overwrite);
        DestinationSpace.Check(folder, destination, atLeastBytes);
        string temporary = Path.Combine(folder, TemporaryName(Path.GetFileName(destination)));
        try
        {
            FileStream file = new(temporary, new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.Write,
                Share = FileShare.Read,
                BufferSize = atLeastBytes > 0 ? 0 : 1 << 16,
                PreallocationSize = atLeastBytes,
            });
            return new AtomicFile(destination, temporary, overwrite, file);
        }
        catch (Exception exception) when (DestinationErrors.CanTranslate(exception))
        {
            throw DestinationErrors.Translate(exception, destination);
        }
    }

    /// <summary>Gives the file its name. Nothing can be written after that.</summary>
    /// <param name="flushToDisk">Whether to wait until the disk has it.</param>
    /// <param name="lastWriteTimeUtc">The time of last writing that it is to have; null for now.</param>
    /// <exception cref="DatasetException">The destination has come into being meanwhile, access is denied, or there is no room.</exception>
    public void Commit(bool flushToDisk = false, DateTime? lastWriteTimeUtc = null)
    {
        try
        {
            _file.Flush(flushToDisk);
            DestinationTime.Set(_file.SafeFileHandle, lastWriteTimeUtc);
            _file.Dispose();
            File.Move(_temporary, _destination, _overwrite);
            _committed = true;
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

    /// <summary>Removes what was written, unless it was committed.</summary>
    public void Dispose()
    {
        if (_committed)
        {
            return;
        }

        try
        {
            _file.Dispose();
        }
        catch (IOException)
        {
            // The rest of the buffer found no room: what was written is removed all the same.
        }

        try
        {
            File.Delete(_temporary);
        }
        catch (Exception exception) when (FileFailure.IsAccess(exception))
        {
            // A scanner may hold it for a moment. It has a name that nothing takes for the destination.
        }
    }

    /// <summary>A name beside a destination that nothing else has.</summary>
    /// <param name="name">The destination's file name.</param>
    internal static string TemporaryName(string name)
    {
        int length = Math.Min(name.Length, LongestNamePart);
        length = length < name.Length && char.IsHighSurrogate(name[length - 1]) ? length - 1 : length;
        return $".{name.AsSpan(0, length)}.{RandomNumberGenerator.GetHexString(8, lowercase: true)}.tmp";
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
