using System.Buffers.Binary;
using System.IO.Compression;

namespace DeepQDataset.TestKit.Platform;

/// <summary>Whole zlib streams (RFC 1950).</summary>
internal static class PlatformZlib
{
    /// <summary>Returns the content of a stream, whatever follows it; null if it is damaged or ends early.</summary>
    public static byte[]? Unpack(byte[] stream)
    {
        try
        {
            using ZLibStream inflater = new(new MemoryStream(stream), CompressionMode.Decompress);
            using MemoryStream content = new();
            inflater.CopyTo(content);

            // A stream that ends early may look complete, but has no checksum.
            byte[] sum = new byte[4];
            BinaryPrimitives.WriteUInt32BigEndian(sum, Adler32(content.ToArray()));
            return stream.AsSpan(2).IndexOf(sum) >= 0 ? content.ToArray() : null;
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException or ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    private static uint Adler32(byte[] content)
    {
        uint low = 1;
        uint high = 0;
        foreach (byte value in content)
        {
            low = (low + value) % 65521;
            high = (high + low) % 65521;
        }

        return (high << 16) | low;
    }
}
