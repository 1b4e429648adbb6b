using System.Buffers.Binary;

namespace DeepQDataset.TestKit;

/// <summary>Writes a JPEG: a valid one as long as no option that breaks it is set (ITU-T T.81).</summary>
public sealed class JpegBuilder
{
    /// <summary>Width in pixels.</summary>
    public int Width { get; init; } = 16;

    /// <summary>Height in pixels.</summary>
    public int Height { get; init; } = 16;

    /// <summary>1 grey, 3 YCbCr, 4 CMYK or YCCK as <see cref="AdobeTransform"/> says.</summary>
    public int Components { get; init; } = 3;

    /// <summary>Gets a value that indicates whether the second and third component have half the width and height.</summary>
    public bool Subsampled { get; init; }

    /// <summary>Gets a value that indicates whether the data come in several scans (SOF2).</summary>
    public bool Progressive { get; init; }

    /// <summary>Gets the seed of the pixels.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Minimum coded units between restart markers; 0 for none.</summary>
    public int RestartInterval { get; init; }

    /// <summary>Gets a value that indicates whether there is a JFIF APP0.</summary>
    public bool Jfif { get; init; } = true;

    /// <summary>EXIF orientation in an APP1; null for no such segment.</summary>
    public int? Orientation { get; init; }

    /// <summary>Gets a value that indicates whether the EXIF block is in Motorola order.</summary>
    public bool ExifBigEndian { get; init; }

    /// <summary>Gets the colour transform of an Adobe APP14: 0 none (CMYK or RGB), 1 YCbCr, 2 YCCK; null for no such segment.</summary>
    public int? AdobeTransform { get; init; }

    /// <summary>More segments before the frame header: the marker's second byte, such as 0xFE, and the data.</summary>
    public IReadOnlyList<(byte Marker, byte[] Data)> ExtraSegments { get; init; } = [];

    /// <summary>Gets the frame header's marker, second byte, if it is to be wrong: 0xC3 for lossless, 0xC9 for arithmetic.</summary>
    public byte? FrameMarker { get; init; }

    /// <summary>Bits a sample that the frame header says; the data have 8.</summary>
    public byte Precision { get; init; } = 8;

    /// <summary>Gets the width that the frame header says, if it is to be wrong.</summary>
    public int? DeclaredWidth { get; init; }

    /// <summary>Gets the height that the frame header says, if it is to be wrong.</summary>
    public int? DeclaredHeight { get; init; }

    /// <summary>
    /// Gets a value that indicates whether the frame header says height 0 and a DNL segment after the first scan says it.
    /// </summary>
    public bool HeightBehindScan { get; init; }

    /// <summary>Gets the number of fill that bytes 0xFF precede each marker.</summary>
    public int FillBytes { get; init; }

    /// <summary>Gets a value that indicates whether the frame header is left out.</summary>
    public bool OmitFrame { get; init; }

    /// <summary>Gets a value that indicates whether the EOI is left out.</summary>
    public bool OmitEnd { get; init; }

    /// <summary>Bytes after the image's end.</summary>
    public byte[] Trailing { get; init; } = [];

    /// <summary>Gets the length in bytes to which the file is cut; null for all of it.</summary>
    public int? CutAt { get; init; }

    /// <summary>Writes the file.</summary>
    public byte[] Build()
    {
        using MemoryStream file = new();
        file.Write([0xFF, 0xD8]);
        WriteApplicationSegments(file);
        foreach ((byte marker, byte[] data) in ExtraSegments)
        {
            WriteSegment(file, marker, data);
        }

        WriteSegment(file, 0xDB, [0, .. JpegTables.Quantization]);
        if (!OmitFrame)
        {
            WriteSegment(file, FrameMarker ?? (byte)(Progressive ? 0xC2 : 0xC0), Frame());
        }

        WriteSegment(file, 0xC4, [0x00, .. JpegTables.DcLengths, .. JpegTables.DcSymbols]);
        WriteSegment(file, 0xC4, [0x10, .. JpegTables.AcLengths, .. JpegTables.AcSymbols]);
        if (RestartInterval > 0)
        {
            WriteSegment(file, 0xDD, Two(RestartInterval));
        }

        WriteScans(file);
        if (!OmitEnd)
        {
            WriteMarker(file, 0xD9);
        }

        file.Write(Trailing);
        byte[] whole = file.ToArray();
        return CutAt is int length ? whole[..length] : whole;
    }

    private void WriteApplicationSegments(MemoryStream file)
    {
        if (Jfif)
        {
            WriteSegment(file, 0xE0, [.. "JFIF\0"u8, 1, 2, 0, 0, 1, 0, 1, 0, 0]);
        }

        if (Orientation is int orientation)
        {
            WriteSegment(file, 0xE1, [.. "Exif\0\0"u8, .. ExifBlock.Orientation(orientation, ExifBigEndian)]);
        }

        if (AdobeTransform is int transform)
        {
            WriteSegment(file, 0xEE, [.. "Adobe"u8, 0, 100, 0, 0, 0, 0, (byte)transform]);
        }
    }

    private byte[] Frame()
    {
        List<byte> frame = [Precision];
        frame.AddRange(Two(DeclaredHeight ?? (HeightBehindScan ? 0 : Height)));
        frame.AddRange(Two(DeclaredWidth ?? Width));
        frame.Add((byte)Components);
        for (int component = 0; component < Components; component++)
        {
            int factor = Factor(component);
            frame.AddRange([(byte)(component + 1), (byte)((factor << 4) | factor), 0]);
        }

        return [.. frame];
    }

    private void WriteScans(MemoryStream file)
    {
        JpegCoefficients[] planes = new JpegCoefficients[Components];
        int largest = Subsampled && Components > 1 ? 2 : 1;
        int unitsAcross = (Width + (8 * largest) - 1) / (8 * largest);
        int unitsDown = (Height + (8 * largest) - 1) / (8 * largest);
        for (int component = 0; component < Components; component++)
        {
            planes[component] = new JpegCoefficients(
                component, largest / Factor(component), unitsAcross * Factor(component), unitsDown * Factor(component), Seed);
        }

        JpegScanWriter scans = new(file, RestartInterval);
        int[] all = Enumerable.Range(0, Components).ToArray();
        WriteSegment(file, 0xDA, Scan(all, Progressive ? (byte)0 : (byte)63));
        scans.WriteInterleaved(planes, all.Select(Factor).ToArray(), unitsAcross, unitsDown, directOnly: Progressive);
        if (HeightBehindScan)
        {
            WriteSegment(file, 0xDC, Two(Height));
        }

        for (int component = 0; Progressive && component < Components; component++)
        {
            int step = largest / Factor(component);
            int across = ((Width + step - 1) / step + 7) / 8;
            int down = ((Height + step - 1) / step + 7) / 8;
            WriteSegment(file, 0xDA, Scan([component], 63, first: 1));
            scans.WriteAlternating(planes[component], across, down);
        }
    }

    private static byte[] Scan(int[] components, byte last, byte first = 0)
    {
        List<byte> scan = [(byte)components.Length];
        foreach (int component in components)
        {
            scan.AddRange([(byte)(component + 1), 0]);
        }

        return [.. scan, first, last, 0];
    }

    private int Factor(int component) => Subsampled && Components > 1 && component is 0 or 3 ? 2 : 1;

    private void WriteSegment(MemoryStream file, byte marker, byte[] data)
    {
        WriteMarker(file, marker);
        file.Write(Two(data.Length + 2));
        file.Write(data);
    }

    private void WriteMarker(MemoryStream file, byte marker)
    {
        for (int fill = 0; fill < FillBytes; fill++)
        {
            file.WriteByte(0xFF);
        }

        file.Write([0xFF, marker]);
    }

    private static byte[] Two(int value)
    {
        byte[] bytes = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(bytes, (ushort)value);
        return bytes;
    }
}
