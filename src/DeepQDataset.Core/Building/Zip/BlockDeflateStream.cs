using System.Buffers;
using System.IO.Compression;
using DeepQDataset.Streams;

namespace DeepQDataset.Building.Zip;

/// <summary>
/// Deflates data in blocks on several threads into one deflate stream. Each block but the last ends with a sync flush (an empty stored
/// block, RFC 1951 3.2.4), which aligns it to a byte, so that the next block can follow. No block refers to an earlier one. The output
/// depends only on the input, not on the number of threads, which bounds the memory used.
/// </summary>
/// <param name="destination">The stream for the deflated bytes; it stays open.</param>
/// <param name="level">The compression level.</param>
/// <param name="threads">The number of blocks to compress at a time; at least 1.</param>
/// <param name="cancellation">The token to monitor for cancellation requests.</param>
internal sealed class BlockDeflateStream(Stream destination, CompressionLevel level, int threads, CancellationToken cancellation)
    : ForwardWriteStream
{
    /// <summary>The size of a block in bytes. Deflate looks back 32 KiB, so that independent blocks lose little compression.</summary>
    public const int BlockBytes = 1 << 20;

    // Level 1 may need nine bits for a byte.
    private const int MaximumDeflatedBytes = BlockBytes + (BlockBytes / 4) + 1024;

    // An empty last block with fixed codes (RFC 1951 3.2.6): the runtime writes nothing for empty input.
    private static ReadOnlySpan<byte> EmptyLastBlock => [3, 0];

    private readonly Queue<Task<(byte[] Bytes, int Length)>> _blocks = new();
    private byte[] _block = ArrayPool<byte>.Shared.Rent(BlockBytes);
    private int _filled;
    private long _length;
    private bool _isFinished;

    /// <inheritdoc/>
    protected override long WrittenBytes => _length;

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        _length += buffer.Length;
        while (!buffer.IsEmpty)
        {
            if (_filled == BlockBytes)
            {
                StartBlock(isLast: false);
            }

            int length = Math.Min(buffer.Length, BlockBytes - _filled);
            buffer[..length].CopyTo(_block.AsSpan(_filled));
            buffer = buffer[length..];
            _filled += length;
        }
    }

    /// <summary>Deflates the last block and writes all pending data. Disposing without calling this method discards it.</summary>
    public void Finish()
    {
        StartBlock(isLast: true);
        _isFinished = true;
        while (_blocks.Count > 0)
        {
            WriteOldest();
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            // The tasks end soon without cancellation.
            foreach (Task<(byte[] Bytes, int Length)> block in _blocks)
            {
                ArrayPool<byte>.Shared.Return(block.GetAwaiter().GetResult().Bytes);
            }

            _blocks.Clear();
            if (!_isFinished)
            {
                ArrayPool<byte>.Shared.Return(_block);
                _isFinished = true;
            }
        }

        base.Dispose(disposing);
    }

    private void StartBlock(bool isLast)
    {
        while (_blocks.Count >= threads)
        {
            WriteOldest();
        }

        cancellation.ThrowIfCancellationRequested();
        (byte[] block, int length) = (_block, _filled);
        _blocks.Enqueue(Task.Run(() => Deflate(block, length, isLast)));
        _block = isLast ? [] : ArrayPool<byte>.Shared.Rent(BlockBytes);
        _filled = 0;
    }

    private void WriteOldest()
    {
        (byte[] bytes, int length) = _blocks.Dequeue().GetAwaiter().GetResult();
        destination.Write(bytes, 0, length);
        ArrayPool<byte>.Shared.Return(bytes);
    }

    private (byte[] Bytes, int Length) Deflate(byte[] block, int length, bool isLast)
    {
        byte[] bytes = ArrayPool<byte>.Shared.Rent(MaximumDeflatedBytes);
        using MemoryStream deflated = new(bytes);
        if (length == 0)
        {
            deflated.Write(EmptyLastBlock);
        }

        using (DeflateStream deflate = new(deflated, level, leaveOpen: true))
        {
            deflate.Write(block, 0, length);
            if (!isLast)
            {
                deflate.Flush();
                int joint = (int)deflated.Position;
                deflate.Dispose(); // writes an end, which is not part of the block
                deflated.Position = joint;
            }
        }

        ArrayPool<byte>.Shared.Return(block);
        return (bytes, (int)deflated.Position);
    }
}
