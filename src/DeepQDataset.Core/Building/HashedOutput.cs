using System.Security.Cryptography;

namespace DeepQDataset.Building;

/// <summary>Gathers what is written into large blocks and hashes each while it goes to the disk. Forward only.</summary>
/// <param name="inner">Where the blocks go; the caller disposes it.</param>
/// <param name="cancellation">Asked before each block, since the zip library does not ask while it writes a long directory.</param>
internal sealed class HashedOutput(Stream inner, CancellationToken cancellation) : Stream
{
    private const int BlockBytes = 1 << 20;

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private byte[] _block = new byte[BlockBytes];
    private byte[] _hashedBlock = new byte[BlockBytes];
    private Task _hashing = Task.CompletedTask;
    private int _filled;
    private long _flushed;

    /// <inheritdoc/>
    public override bool CanRead => false;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <inheritdoc/>
    public override long Length => _flushed + _filled;

    /// <inheritdoc/>
    public override long Position
    {
        get => Length;
        set => throw new NotSupportedException();
    }

    /// <summary>Writes what is left.</summary>
    /// <returns>The SHA-256 of everything, in lower-case hexadecimal.</returns>
    public string Finish()
    {
        WriteBlock();
        _hashing.GetAwaiter().GetResult();
        return Convert.ToHexString(_hash.GetHashAndReset()).ToLowerInvariant();
    }

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (!buffer.IsEmpty)
        {
            int length = Math.Min(buffer.Length, BlockBytes - _filled);
            buffer[..length].CopyTo(_block.AsSpan(_filled));
            buffer = buffer[length..];
            _filled += length;
            if (_filled == BlockBytes)
            {
                WriteBlock();
            }
        }
    }

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override void WriteByte(byte value)
    {
        _block[_filled++] = value;
        if (_filled == BlockBytes)
        {
            WriteBlock();
        }
    }

    /// <summary>Does nothing: the zip library flushes for each entry, and small writes are what this class is there to avoid.</summary>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _hashing.GetAwaiter().GetResult();
            _hash.Dispose();
        }

        base.Dispose(disposing);
    }

    private void WriteBlock()
    {
        if (_filled == 0)
        {
            return;
        }

        cancellation.ThrowIfCancellationRequested();

        // The block before must be hashed before this one is, and before its buffer is filled again.
        _hashing.GetAwaiter().GetResult();
        (_block, _hashedBlock) = (_hashedBlock, _block);
        (byte[] block, int length) = (_hashedBlock, _filled);
        _filled = 0;
        _flushed += length;
        _hashing = Task.Run(() => _hash.AppendData(block, 0, length));
        inner.Write(block, 0, length);
    }
}
