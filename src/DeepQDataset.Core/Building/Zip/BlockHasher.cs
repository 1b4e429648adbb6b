using System.Buffers;
using System.Security.Cryptography;

namespace DeepQDataset.Building.Zip;

/// <summary>
/// Hashes blocks in their order on a thread of its own, the slowest single step where nothing is compressed, and gives them back to the
/// shared pool.
/// </summary>
internal sealed class BlockHasher : IDisposable
{
    private const int MostWaiting = 8;

    private readonly Queue<(byte[] Block, int Length)> _waiting = new(MostWaiting);
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly Task _work;
    private bool _isComplete;

    /// <summary>Starts the thread.</summary>
    public BlockHasher() =>
        _work = Task.Factory.StartNew(Work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    /// <summary>Takes a block; waits where too many wait already.</summary>
    /// <param name="block">An array of the shared pool, which is no longer the caller's.</param>
    /// <param name="length">How many bytes of it count.</param>
    public void Add(byte[] block, int length)
    {
        lock (_waiting)
        {
            while (_waiting.Count == MostWaiting)
            {
                Monitor.Wait(_waiting);
            }

            _waiting.Enqueue((block, length));
            Monitor.PulseAll(_waiting);
        }
    }

    /// <summary>Waits for the last block.</summary>
    /// <returns>The SHA-256 of all, in lower-case hexadecimal.</returns>
    public string Finish()
    {
        Complete();
        return Convert.ToHexString(_hash.GetHashAndReset()).ToLowerInvariant();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Complete();
        _hash.Dispose();
    }

    private void Complete()
    {
        lock (_waiting)
        {
            _isComplete = true;
            Monitor.PulseAll(_waiting);
        }

        _work.GetAwaiter().GetResult();
    }

    private void Work()
    {
        while (TryTake(out byte[] block, out int length))
        {
            _hash.AppendData(block, 0, length);
            ArrayPool<byte>.Shared.Return(block);
        }
    }

    private bool TryTake(out byte[] block, out int length)
    {
        lock (_waiting)
        {
            while (_waiting.Count == 0 && !_isComplete)
            {
                Monitor.Wait(_waiting);
            }

            bool isThere = _waiting.TryDequeue(out (byte[] Block, int Length) next);
            (block, length) = next;
            Monitor.PulseAll(_waiting);
            return isThere;
        }
    }
}
