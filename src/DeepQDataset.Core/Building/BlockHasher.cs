using System.Buffers;
using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace DeepQDataset.Building;

/// <summary>Hashes blocks in their order on a thread of its own, the slowest single step where nothing is compressed, and gives them back to the shared pool.</summary>
internal sealed class BlockHasher : IDisposable
{
    private const int MostWaiting = 8;

    private readonly BlockingCollection<(byte[] Block, int Length)> _waiting = new(MostWaiting);
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly Task _work;

    /// <summary>Starts the thread.</summary>
    public BlockHasher() => _work = Task.Factory.StartNew(Work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    /// <summary>Takes a block; waits where too many wait already.</summary>
    /// <param name="block">An array of the shared pool, which is no longer the caller's.</param>
    /// <param name="length">How many bytes of it count.</param>
    public void Add(byte[] block, int length) => _waiting.Add((block, length));

    /// <summary>Waits for the last block.</summary>
    /// <returns>The SHA-256 of all, in lower-case hexadecimal.</returns>
    public string Finish()
    {
        _waiting.CompleteAdding();
        _work.GetAwaiter().GetResult();
        return Convert.ToHexString(_hash.GetHashAndReset()).ToLowerInvariant();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _waiting.CompleteAdding();
        _work.GetAwaiter().GetResult();
        _hash.Dispose();
        _waiting.Dispose();
    }

    private void Work()
    {
        foreach ((byte[] block, int length) in _waiting.GetConsumingEnumerable())
        {
            _hash.AppendData(block, 0, length);
            ArrayPool<byte>.Shared.Return(block);
        }
    }
}
