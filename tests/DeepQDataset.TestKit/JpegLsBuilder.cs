using System.Buffers.Binary;

namespace DeepQDataset.TestKit;

/// <summary>Writes JPEG-LS (ITU-T T.87) in all forms, those that common encoders do not write, too.</summary>
public sealed class JpegLsBuilder
{
    /// <summary>Width in pixels.</summary>
    public required int Width { get; init; }

    /// <summary>Gets the samples of each component, line by line.</summary>
    public required IReadOnlyList<int[]> Components { get; init; }

    /// <summary>Bits a sample, 2 to 16.</summary>
    public int Precision { get; init; } = 8;

    /// <summary>By how much a decoded sample may differ.</summary>
    public int Near { get; init; }

    /// <summary>How components follow each other: 0 in scans of their own, 1 line by line, 2 sample by sample.</summary>
    public int Interleave { get; init; }

    /// <summary>Which components each scan has; by default all in one, or one each where they are not interleaved.</summary>
    public IReadOnlyList<int[]>? Scans { get; init; }

    /// <summary>MAXVAL, T1, T2, T3 and RESET, 0 for a default value; null writes none.</summary>
    public int[]? Parameters { get; init; }

    /// <summary>Lines between restart markers; 0 for none.</summary>
    public int RestartLines { get; init; }

    /// <summary>Bytes of the restart interval, 2 to 4.</summary>
    public int RestartBytes { get; init; } = 2;

    /// <summary>
    /// Gets a value that indicates whether the size stands in a segment of its own, of so many bytes a number; 0 for not.
    /// </summary>
    public int OversizeBytes { get; init; }

    /// <summary>Gets a value that indicates whether the end of the image is written.</summary>
    public bool HasEnd { get; init; } = true;

    /// <summary>Segments that stand before the frame header, with their markers and lengths.</summary>
    public byte[] Before { get; init; } = [];

    /// <summary>Height in pixels.</summary>
    public int Height => Components[0].Length / Width;

    /// <summary>What a decoder makes of each component, once <see cref="Build"/> was called; nothing else where there is no loss.</summary>
    public IReadOnlyList<int[]> Decoded { get; private set; } = [];

    /// <summary>Writes the image.</summary>
    public byte[] Build()
    {
        using MemoryStream file = new();
        file.Write([0xFF, 0xD8]);
        file.Write(Before);
        WriteSegment(file, 0xF7, Frame());
        if (OversizeBytes > 0)
        {
            WriteSegment(file, 0xF8, [4, (byte)OversizeBytes, .. Number(Height, OversizeBytes), .. Number(Width, OversizeBytes)]);
        }

        if (Parameters is not null)
        {
            WriteSegment(file, 0xF8, [1, .. Parameters.SelectMany(value => Number(value, 2))]);
        }

        if (RestartLines > 0)
        {
            WriteSegment(file, 0xDD, Number(RestartLines, RestartBytes));
        }

        int[] all = Enumerable.Range(0, Components.Count).ToArray();
        int[][] decoded = new int[Components.Count][];
        foreach (int[] scan in Scans ?? (Interleave == 0 ? all.Select(index => (int[])[index]).ToArray() : [all]))
        {
            WriteScan(file, scan, decoded);
        }

        Decoded = decoded;
        if (HasEnd)
        {
            file.Write([0xFF, 0xD9]);
        }

        return file.ToArray();
    }

    private byte[] Frame()
    {
        (int height, int width) = OversizeBytes > 0 ? (0, 0) : (Height, Width);
        IEnumerable<byte> components = Components.SelectMany((_, index) => (byte[])[(byte)(index + 1), 0x11, 0]);
        return [(byte)Precision, .. Number(height, 2), .. Number(width, 2), (byte)Components.Count, .. components];
    }

    private void WriteScan(MemoryStream file, int[] scan, int[][] decoded)
    {
        int interleave = scan.Length == 1 ? 0 : Interleave;
        IEnumerable<byte> selectors = scan.SelectMany(index => (byte[])[(byte)(index + 1), 0]);
        WriteSegment(file, 0xDA, [(byte)scan.Length, .. selectors, (byte)Near, (byte)interleave, 0]);
        int[][] components = Array.ConvertAll(scan, index => Components[index]);
        JpegLsScanWriter writer = new(JpegLsModel.Create(Precision, Near, Parameters), Width, components);
        for (int y = 0; y < Height; y++)
        {
            if (y == 0 || (RestartLines > 0 && y % RestartLines == 0))
            {
                writer.Start();
            }

            writer.WriteLine(y, interleave == 2);
            if (y + 1 == Height || (RestartLines > 0 && (y + 1) % RestartLines == 0))
            {
                file.Write(writer.Finish());
                if (y + 1 < Height)
                {
                    file.Write([0xFF, (byte)(0xD0 + (y / RestartLines % 8))]);
                }
            }
        }

        for (int i = 0; i < scan.Length; i++)
        {
            decoded[scan[i]] = writer.Decoded[i];
        }
    }

    private static void WriteSegment(MemoryStream file, byte marker, byte[] data)
    {
        file.Write([0xFF, marker]);
        file.Write(Number(data.Length + 2, 2));
        file.Write(data);
    }

    private static byte[] Number(int value, int length)
    {
        byte[] bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes[^length..];
    }
}
