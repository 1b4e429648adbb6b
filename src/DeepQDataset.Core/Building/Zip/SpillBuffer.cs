using System.Buffers;
using DeepQDataset.Files;
using DeepQDataset.Streams;

namespace DeepQDataset.Building.Zip;

/// <summary>Stores data in memory while it is small, and in a temporary file when it is large.</summary>
/// <param name="destination">The path of the file under construction. The temporary file is created beside it.</param>
internal sealed class SpillBuffer(string destination) : ForwardWriteStream
{
    /// <summary>The maximum number of bytes to keep in memory.</summary>
    public const int MemoryBytes = 8 << 20;

    private const int ChunkBytes = 1 << 16;

    private readonly List<byte[]> _chunks = [];
    private Temporary? _temporary;
    private FileStream? _file;
    private DestinationStream? _fileWriter;
    private long _length;

    /// <inheritdoc/>
    protected override long WrittenBytes => _length;

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (_file is null && _length + buffer.Length > MemoryBytes)
        {
            Spill();
        }

        if (_fileWriter is not null)
        {
            _fileWriter.Write(buffer);
            _length += buffer.Length;
            return;
        }

        while (!buffer.IsEmpty)
        {
            int used = (int)(_length % ChunkBytes);
            if (used == 0)
            {
                _chunks.Add(ArrayPool<byte>.Shared.Rent(ChunkBytes));
            }

            int length = Math.Min(buffer.Length, ChunkBytes - used);
            buffer[..length].CopyTo(_chunks[^1].AsSpan(used));
            buffer = buffer[length..];
            _length += length;
        }
    }

    /// <summary>Passes all data on, piece by piece.</summary>
    /// <param name="take">Receives a buffer and the number of valid bytes.</param>
    public void Drain(Action<byte[], int> take)
    {
        if (_file is null)
        {
            DrainChunks(take);
            return;
        }

        byte[] buffer = ArrayPool<byte>.Shared.Rent(ChunkBytes);
        try
        {
            _file.Position = 0;
            for (int length = _file.Read(buffer); length > 0; length = _file.Read(buffer))
            {
                take(buffer, length);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            ReturnChunks();
            _fileWriter?.Dispose();
            _file?.Dispose();
            _temporary?.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Spill()
    {
        _temporary = Temporary.In(Path.GetDirectoryName(destination)!, Path.GetFileName(destination));
        try
        {
            _file = new FileStream(
                _temporary.FullPath, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, ChunkBytes, FileOptions.DeleteOnClose);
        }
        catch (Exception exception) when (DestinationErrors.CanTranslate(exception))
        {
            throw DestinationErrors.Translate(exception, destination);
        }

        _fileWriter = new DestinationStream(_file, destination);
        DrainChunks((chunk, length) => _fileWriter.Write(chunk, 0, length));
        ReturnChunks();
    }

    private void DrainChunks(Action<byte[], int> take)
    {
        long left = _length;
        foreach (byte[] chunk in _chunks)
        {
            int length = (int)Math.Min(left, ChunkBytes);
            take(chunk, length);
            left -= length;
        }
    }

    private void ReturnChunks()
    {
        foreach (byte[] chunk in _chunks)
        {
            ArrayPool<byte>.Shared.Return(chunk);
        }

        _chunks.Clear();
    }
}
