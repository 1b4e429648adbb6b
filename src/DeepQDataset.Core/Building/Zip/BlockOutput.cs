using System.Buffers;
using DeepQDataset.Streams;

namespace DeepQDataset.Building.Zip;

/// <summary>
/// Gathers what is written into large blocks, writes them, and has each hashed on another thread meanwhile. Forward only. What lies in the
/// block that is being filled already, right where it belongs, is not copied.
/// </summary>
/// <param name="inner">Where the blocks go; the caller disposes it.</param>
/// <param name="hashes">Whether a hash is taken.</param>
/// <param name="cancellation">Asked before each block, since the zip library does not ask while it writes a long directory.</param>
internal sealed class BlockOutput(Stream inner, bool hashes, CancellationToken cancellation) : ForwardWriteStream
{
    /// <summary>The usual size of a block in bytes.</summary>
    public const int BlockBytes = 1 << 20;

    private readonly BlockHasher? _hasher = hashes ? new BlockHasher() : null;
    private byte[] _block = ArrayPool<byte>.Shared.Rent(BlockBytes);
    private long _flushed;

    /// <inheritdoc/>
    protected override long WrittenBytes => _flushed + Filled;

    /// <summary>How many bytes of the current block are filled.</summary>
    public int Filled { get; private set; }

    /// <summary>Makes an array the current block, filled from its start; it belongs to this from now on.</summary>
    /// <param name="block">An array of the shared pool.</param>
    public void Adopt(byte[] block)
    {
        WriteBlock();
        ArrayPool<byte>.Shared.Return(_block);
        _block = block;
    }

    /// <summary>The place where the next bytes belong. What is put there still has to be written.</summary>
    /// <param name="most">How many bytes at the most.</param>
    /// <returns>Some place, at least a byte.</returns>
    public ArraySegment<byte> Space(int most)
    {
        MakeRoom();
        return new ArraySegment<byte>(_block, Filled, Math.Min(most, _block.Length - Filled));
    }

    /// <summary>Writes what is left.</summary>
    /// <returns>The SHA-256 of everything, in lower-case hexadecimal; empty where none is taken.</returns>
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
