using System.Buffers.Binary;

namespace DeepQDataset.TestKit;

/// <summary>Writes a frame as RLE Lossless (PS3.5 annex G).</summary>
public static class DicomRunLength
{
    /// <summary>Encodes a frame.</summary>
    /// <param name="pixels">Its bytes in little endian, the samples of a pixel together.</param>
    /// <param name="samples">Samples of a pixel.</param>
    /// <param name="sampleBytes">Bytes of a sample.</param>
    public static byte[] Encode(byte[] pixels, int samples, int sampleBytes)
    {
        ArgumentNullException.ThrowIfNull(pixels);
        List<byte> data = [.. new byte[64]];
        int segments = samples * sampleBytes;
        byte[] header = new byte[64];
        BinaryPrimitives.WriteInt32LittleEndian(header, segments);
        for (int segment = 0; segment < segments; segment++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(4 * (segment + 1)), data.Count);
            int place = (segment / sampleBytes * sampleBytes) + sampleBytes - 1 - (segment % sampleBytes);
            Pack(pixels.Where((_, index) => index % segments == place).ToArray(), data);
            if (data.Count % 2 != 0)
            {
                data.Add(0);
            }
        }

        return [.. header, .. data.Skip(64)];
    }

    private static void Pack(byte[] bytes, List<byte> data)
    {
        for (int at = 0; at < bytes.Length;)
        {
            int run = 1;
            while (at + run < bytes.Length && run < 128 && bytes[at + run] == bytes[at])
            {
                run++;
            }

            if (run > 1)
            {
                data.Add((byte)(1 - run));
                data.Add(bytes[at]);
                at += run;
                continue;
            }

            int literal = 1;
            while (at + literal < bytes.Length
                && literal < 128
                && (at + literal + 1 >= bytes.Length || bytes[at + literal] != bytes[at + literal + 1]))
            {
                literal++;
            }

            data.Add((byte)(literal - 1));
            data.AddRange(bytes.AsSpan(at, literal));
            at += literal;
        }
    }
}
