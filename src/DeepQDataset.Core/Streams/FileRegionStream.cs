using Microsoft.Win32.SafeHandles;

namespace DeepQDataset.Streams;

/// <summary>
/// Represents a part of a file, or all of it, as a stream that can seek. It reads by position and keeps its own, so that any number of them
/// share one handle on any number of threads; each single one serves one thread. It holds no buffer.
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
    /// <param name="handle">The file, opened for reading.</param>
    /// <param name="offset">Where the part starts, in bytes from the file's start.</param>
    /// <param name="length">How long it is, in bytes. A file that ends earlier ends the stream earlier.</param>
    /// <param name="ownsHandle">Indicates whether disposing the stream closes the file, too.</param>
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

    /// <summary>When the file was last written, as it is now.</summary>
    /// <exception cref="IOException">The file cannot be asked.</exception>
    internal DateTime LastWriteTimeUtc => File.GetLastWriteTimeUtc(_handle);

    /// <summary>Opens a whole file so that others may still write, rename or delete it.</summary>
    /// <param name="fullPath">A rooted path of the file system.</param>
    /// <param name="length">The file's length in bytes where it is known already, which saves asking for it; null to ask.</param>
    /// <exception cref="IOException">The file has gone or cannot be read.</exception>
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

    /// <summary>Opens a file for reading by position, so that others may still write, rename or delete it.</summary>
    /// <param name="fullPath">A rooted path of the file system.</param>
    /// <exception cref="IOException">The file has gone or cannot be read.</exception>
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
