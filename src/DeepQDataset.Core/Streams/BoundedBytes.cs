namespace DeepQDataset.Streams;

/// <summary>Reads a whole stream, up to a limit.</summary>
internal static class BoundedBytes
{
    private const int FirstBuffer = 1 << 16;

    /// <summary>Reads to the end. Memory grows with the data that was read, not with a declared length.</summary>
    /// <param name="stream">The stream, read from its current position.</param>
    /// <param name="maximum">The maximum number of bytes, below <see cref="Array.MaxLength"/>.</param>
    /// <param name="cancellation">The token to monitor for cancellation requests.</param>
    /// <returns>The content; null if there is more than the maximum.</returns>
    public static ReadOnlyMemory<byte>? Read(Stream stream, long maximum, CancellationToken cancellation)
    {
        byte[] buffer = new byte[FirstBuffer];
        int length = 0;
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            int read = stream.Read(buffer, length, buffer.Length - length);
            if (read == 0)
            {
                return buffer.AsMemory(0, length);
            }

            length += read;
            if (length > maximum)
            {
                return null;
            }

            if (length == buffer.Length)
            {
                Array.Resize(ref buffer, (int)Math.Min(length * 2L, maximum + 1));
            }
        }
    }
}
