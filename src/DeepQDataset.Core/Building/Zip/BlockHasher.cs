using System.Buffers;
using System.Security.Cryptography;

namespace DeepQDataset.Building.Zip;

/// <summary>
/// Hashes blocks in order on a separate thread, since this is the slowest step if nothing is compressed, and returns them to the shared
/// pool.
/// </summary>
internal sealed class BlockHasher : IDisposable
{
    private const int MaximumWaiting = 8;

    private readonly Queue<(byte[] Block, int Length)> _waiting = new(MaximumWaiting);
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly Task _work;
    private bool _isComplete;

    /// <summary>Starts the thread.</summary>
    public BlockHasher() =>
        _work = Task.Factory.StartNew(Work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    /// <summary>Adds a block. Waits if too many blocks are pending.</summary>
    /// <param name="block">An array from the shared pool, which this object returns.</param>
    /// <param name="length">The number of bytes to hash.</param>
    public void Add(byte[] block, int length)
    {
        lock (_waiting)
        {
            while (_waiting.Count == MaximumWaiting)
            {
                Monitor.Wait(_waiting);
            }

            _waiting.Enqueue((block, length));
            Monitor.PulseAll(_waiting);
        }
    }

    /// <summary>Waits for the last block.</summary>
    /// <returns>The SHA-256 of all blocks, in lower-case hexadecimal.</returns>
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
