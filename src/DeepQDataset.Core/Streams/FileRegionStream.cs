using Microsoft.Win32.SafeHandles;

namespace DeepQDataset.Streams;

/// <summary>
/// Represents a part of a file, or a whole file, as a seekable stream. It reads by position and tracks its own, so that any number of
/// streams can share one handle on several threads; each stream is for one thread. It has no buffer.
/// </summary>
internal sealed class FileRegionStream : Stream
{
    private readonly SafeFileHandle _handle;
    private readonly long _offset;
    private readonly long _length;
    private readonly bool _ownsHandle;
    private long _position;
    private bool _isDisposed;

    /// <summary>Initializes a new instance of the <see cref="FileRegionStream"/> class.</summary>
    /// <param name="handle">The file, open for reading.</param>
    /// <param name="offset">The start of the part, in bytes from the start of the file.</param>
    /// <param name="length">The length of the part in bytes. If the file ends earlier, so does the stream.</param>
    /// <param name="ownsHandle">Indicates whether disposing the stream also closes the file.</param>
    public FileRegionStream(SafeFileHandle handle, long offset, long length, bool ownsHandle = false)
    {
        ArgumentNullException.ThrowIfNull(handle);
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(offset, long.MaxValue - length);
        _handle = handle;
        _offset = offset;
        _length = length;
        _ownsHandle = ownsHandle;
    }

    /// <inheritdoc/>
    public override bool CanRead => !_isDisposed;

    /// <inheritdoc/>
    public override bool CanSeek => !_isDisposed;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => _length;

    /// <inheritdoc/>
    public override long Position
    {
        get => _position;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            _position = value;
        }
    }

    /// <summary>Gets the current time of the last write of the file.</summary>
    /// <exception cref="IOException">The time cannot be read.</exception>
    internal DateTime LastWriteTimeUtc => File.GetLastWriteTimeUtc(_handle);

    /// <summary>Opens a whole file, shared so that other programs can still write, rename or delete it.</summary>
    /// <param name="fullPath">The rooted path of a file or folder.</param>
    /// <param name="length">The length of the file in bytes if it is known; null to read it.</param>
    /// <exception cref="IOException">The file does not exist any more or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">Access is denied.</exception>
    public static FileRegionStream OpenFile(string fullPath, long? length = null)
    {
        SafeFileHandle handle = OpenShared(fullPath);
        try
        {
            return new FileRegionStream(handle, 0, length ?? RandomAccess.GetLength(handle), ownsHandle: true);
        }
        catch
        {
            handle.Dispose();
            throw;
        }
    }

    /// <summary>Opens a file for reading by position, shared so that other programs can still write, rename or delete it.</summary>
    /// <param name="fullPath">The rooted path of a file or folder.</param>
    /// <exception cref="IOException">The file does not exist any more or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">Access is denied.</exception>
    public static SafeFileHandle OpenShared(string fullPath) =>
        File.OpenHandle(fullPath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count)
    {
        ValidateBufferArguments(buffer, offset, count);
        return Read(buffer.AsSpan(offset, count));
    }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        long left = _length - _position;
        if (left <= 0 || buffer.Length == 0)
        {
            return 0;
        }

        int read = RandomAccess.Read(_handle, left < buffer.Length ? buffer[..(int)left] : buffer, _offset + _position);
        _position += read;
        return read;
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin)
    {
        long start = origin switch
        {
            SeekOrigin.Begin => 0,
            SeekOrigin.Current => _position,
            _ => _length,
        };
        Position = checked(start + offset);
        return _position;
    }

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException("The stream is for reading.");

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("The stream is for reading.");

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing && !_isDisposed && _ownsHandle)
        {
            _handle.Dispose();
        }

        _isDisposed = true;
        base.Dispose(disposing);
    }
}
