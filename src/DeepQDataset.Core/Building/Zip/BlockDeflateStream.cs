using System.Buffers;
using System.IO.Compression;
using DeepQDataset.Streams;

namespace DeepQDataset.Building.Zip;

/// <summary>
/// Deflates what is written in blocks on several threads, into one deflate stream: each block but the last ends with a sync flush (an empty
/// stored block, RFC 1951 3.2.4), which puts its end on a byte, so that the next can be put behind it. No block refers to the one before.
/// What comes out depends on what is written alone, not on the threads. Memory is bounded by the threads.
/// </summary>
/// <param name="destination">Where the deflated bytes go; it stays open.</param>
/// <param name="level">How hard to compress.</param>
/// <param name="threads">How many blocks are worked on at once; at least 1.</param>
/// <param name="cancellation">Ends the work.</param>
internal sealed class BlockDeflateStream(Stream destination, CompressionLevel level, int threads, CancellationToken cancellation)
    : ForwardWriteStream
{
    /// <summary>
    /// The size of a block in bytes: deflate looks back 32 KiB, so little is lost by not looking further back than its start.
    /// </summary>
    public const int BlockBytes = 1 << 20;

    // Level 1 may spend nine bits on a byte.
    private const int MostDeflatedBytes = BlockBytes + (BlockBytes / 4) + 1024;

    // The last block, of the fixed codes, and its end (RFC 1951 3.2.6): the runtime writes nothing at all when it is given nothing.
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

    /// <summary>Deflates the last block and writes all that is left. Without it, disposing drops what is not written yet.</summary>
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
            // They end by themselves, and soon.
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
        byte[] bytes = ArrayPool<byte>.Shared.Rent(MostDeflatedBytes);
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
                deflate.Dispose(); // writes an end, which does not belong here
                deflated.Position = joint;
            }
        }

        ArrayPool<byte>.Shared.Return(block);
        return (bytes, (int)deflated.Position);
    }
}
