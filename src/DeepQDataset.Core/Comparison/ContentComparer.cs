using System.IO.Hashing;
using System.Security.Cryptography;
using DeepQDataset.Inventory;
using DeepQDataset.Sources;
using DeepQDataset.Streams;
using DeepQDataset.Work;

namespace DeepQDataset.Comparison;

/// <summary>
/// Compares and hashes images of two sources. It uses two buffers, independent of the file size, on one thread. The caller handles read
/// errors.
/// </summary>
/// <param name="progress">Receives the number of bytes read.</param>
/// <param name="cancellation">The token to monitor for cancellation requests, also within a file.</param>
internal sealed class ContentComparer(ProgressCounter progress, CancellationToken cancellation) : IDisposable
{
    private const int BufferBytes = 1 << 17;

    private readonly byte[] _left = new byte[BufferBytes];
    private readonly byte[] _right = new byte[BufferBytes];
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>Determines whether two images have the same bytes.</summary>
    public bool AreEqual(IDatasetSource leftSource, ImageEntry left, IDatasetSource rightSource, ImageEntry right)
    {
        using Stream leftStream = left.Open(leftSource, cancellation);
        using Stream rightStream = right.Open(rightSource, cancellation);
        while (true)
        {
            int leftCount = Fill(leftStream, _left);
            int rightCount = Fill(rightStream, _right);
            if (!_left.AsSpan(0, leftCount).SequenceEqual(_right.AsSpan(0, rightCount)))
            {
                return false;
            }

            if (leftCount < BufferBytes)
            {
                return true;
            }
        }
    }

    /// <summary>Returns the SHA-256 of an image.</summary>
    public ContentHash Hash(IDatasetSource source, ImageEntry image)
    {
        using Stream stream = image.Open(source, cancellation);
        for (int count = Fill(stream, _left); count > 0; count = Fill(stream, _left))
        {
            _hash.AppendData(_left, 0, count);
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        _hash.GetHashAndReset(hash);
        return ContentHash.From(hash);
    }

    /// <summary>Returns the CRC-32 of an image, as in a zip (APPNOTE 4.4.7).</summary>
    public uint Checksum(IDatasetSource source, ImageEntry image)
    {
        using Stream stream = image.Open(source, cancellation);
        Crc32 checksum = new();
        for (int count = Fill(stream, _left); count > 0; count = Fill(stream, _left))
        {
            checksum.Append(_left.AsSpan(0, count));
        }

        return checksum.GetCurrentHashAsUInt32();
    }

    /// <inheritdoc/>
    public void Dispose() => _hash.Dispose();

    /// <summary>Fills the buffer, unless the stream ends before.</summary>
    private int Fill(Stream stream, byte[] buffer)
    {
        cancellation.ThrowIfCancellationRequested();
        int count = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        progress.Advance(count);
        return count;
    }
}
