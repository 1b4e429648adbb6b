using System.Buffers;
using DeepQDataset.Streams;

namespace DeepQDataset.Building.Zip;

/// <summary>
/// Collects data into large blocks, writes them, and hashes them on another thread. Forward only. Data that is already in the current block
/// at its final position is not copied.
/// </summary>
/// <param name="inner">The destination stream; the caller disposes it.</param>
/// <param name="hashes">Indicates whether to compute a hash.</param>
/// <param name="cancellation">
/// The token to monitor before each block, since the zip library does not check for cancellation while it writes a long directory.
/// </param>
internal sealed class BlockOutput(Stream inner, bool hashes, CancellationToken cancellation) : ForwardWriteStream
{
    /// <summary>The usual size of a block in bytes.</summary>
    public const int BlockBytes = 1 << 20;

    private readonly BlockHasher? _hasher = hashes ? new BlockHasher() : null;
    private byte[] _block = ArrayPool<byte>.Shared.Rent(BlockBytes);
    private long _flushed;

    /// <inheritdoc/>
    protected override long WrittenBytes => _flushed + Filled;

    /// <summary>Gets the number of bytes in the current block.</summary>
    public int Filled { get; private set; }

    /// <summary>Makes an array the current block and takes ownership of it.</summary>
    /// <param name="block">An array from the shared pool.</param>
    public void Adopt(byte[] block)
    {
        WriteBlock();
        ArrayPool<byte>.Shared.Return(_block);
        _block = block;
    }

    /// <summary>Returns the space for the next bytes. The caller fills it and then calls Write.</summary>
    /// <param name="most">The maximum number of bytes.</param>
    /// <returns>At least one byte of space.</returns>
    public ArraySegment<byte> Space(int most)
    {
        MakeRoom();
        return new ArraySegment<byte>(_block, Filled, Math.Min(most, _block.Length - Filled));
    }

    /// <summary>Writes the remaining data.</summary>
    /// <returns>The SHA-256 of all data, in lower-case hexadecimal; empty if no hash is computed.</returns>
    public string Finish()
    {
        WriteBlock();
        return _hasher?.Finish() ?? "";
    }

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count)
    {
        if (ReferenceEquals(buffer, _block) && offset == Filled)
        {
            Filled += count;
            return;
        }

        Write(buffer.AsSpan(offset, count));
    }

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (!buffer.IsEmpty)
        {
            MakeRoom();
            int length = Math.Min(buffer.Length, _block.Length - Filled);
            buffer[..length].CopyTo(_block.AsSpan(Filled));
            buffer = buffer[length..];
            Filled += length;
        }
    }

    /// <inheritdoc/>
    public override void WriteByte(byte value)
    {
        MakeRoom();
        _block[Filled++] = value;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _hasher?.Dispose();
        }

        base.Dispose(disposing);
    }

    private void MakeRoom()
    {
        if (Filled == _block.Length)
        {
            WriteBlock();
        }
    }

    private void WriteBlock()
    {
        if (Filled == 0)
        {
            return;
        }

        cancellation.ThrowIfCancellationRequested();
        inner.Write(_block, 0, Filled);
        _flushed += Filled;
        if (_hasher is not null)
        {
            _hasher.Add(_block, Filled);
            _block = ArrayPool<byte>.Shared.Rent(BlockBytes);
        }

        Filled = 0;
    }
}
