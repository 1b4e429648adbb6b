using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace DeepQDataset.TestKit;

/// <summary>
/// An EXIF block that tells of persons and places: a TIFF structure with the image's directory, the Exif and the GPS directory (EXIF
/// 2.32 section 4.6).
/// </summary>
public sealed class ExifBlockBuilder
{
    private readonly ArrayBufferWriter<byte> _bytes = new();

    /// <summary>Gets a value that indicates whether it is in Motorola order.</summary>
    public bool BigEndian { get; init; }

    /// <summary>Gets Artist (0x013B); null for none.</summary>
    public string? Artist { get; init; }

    /// <summary>Gets CameraOwnerName (0xA430); null for none.</summary>
    public string? OwnerName { get; init; }

    /// <summary>Gets BodySerialNumber (0xA431); null for none.</summary>
    public string? BodySerialNumber { get; init; }

    /// <summary>Gets LensSerialNumber (0xA435); null for none.</summary>
    public string? LensSerialNumber { get; init; }

    /// <summary>Gets a value that indicates whether there is a GPS directory with a latitude.</summary>
    public bool HasPosition { get; init; }

    /// <summary>Gets a value that indicates whether there is a GPS directory with nothing but its version.</summary>
    public bool HasGpsVersion { get; init; }

    /// <summary>Returns the block.</summary>
    public byte[] Build()
    {
        _bytes.Clear();
        _bytes.Write(BigEndian ? "MM"u8 : "II"u8);
        Put16(42);
        Put32(8);
        List<(ushort Tag, string Text)> image = Artist is null ? [] : [(0x013B, Artist)];
        List<(ushort Tag, string Text)> exif = [];
        Add(exif, 0xA430, OwnerName);
        Add(exif, 0xA431, BodySerialNumber);
        Add(exif, 0xA435, LensSerialNumber);
        bool hasGps = HasPosition || HasGpsVersion;
        uint exifStart = (uint)(8 + SizeOf(image, 1 + (hasGps ? 1 : 0)));
        uint gpsStart = (uint)(exifStart + SizeOf(exif, 0));
        WriteDirectory(image, hasGps ? [(0x8769, exifStart), (0x8825, gpsStart)] : [(0x8769, exifStart)]);
        WriteDirectory(exif, []);
        if (hasGps)
        {
            WriteGps();
        }

        return _bytes.WrittenSpan.ToArray();
    }

    private static void Add(List<(ushort Tag, string Text)> entries, ushort tag, string? text)
    {
        if (text is not null)
        {
            entries.Add((tag, text));
        }
    }

    private static int SizeOf(List<(ushort Tag, string Text)> texts, int pointers) =>
        6 + (12 * (texts.Count + pointers)) + texts.Sum(entry => entry.Text.Length + 1 > 4 ? entry.Text.Length + 1 : 0);

    private void WriteDirectory(List<(ushort Tag, string Text)> texts, (ushort Tag, uint Value)[] pointers)
    {
        int start = _bytes.WrittenCount;
        int data = start + 6 + (12 * (texts.Count + pointers.Length));
        Put16((ushort)(texts.Count + pointers.Length));
        List<byte> behind = [];
        foreach ((ushort tag, string text) in texts)
        {
            byte[] value = Encoding.ASCII.GetBytes(text + "\0");
            Put16(tag);
            Put16(2);
            Put32((uint)value.Length);
            if (value.Length <= 4)
            {
                _bytes.Write<byte>([.. value, .. new byte[4 - value.Length]]);
            }
            else
            {
                Put32((uint)(data + behind.Count));
                behind.AddRange(value);
            }
        }

        foreach ((ushort tag, uint value) in pointers)
        {
            Put16(tag);
            Put16(4);
            Put32(1);
            Put32(value);
        }

        Put32(0);
        _bytes.Write(behind.ToArray());
    }

    private void WriteGps()
    {
        int start = _bytes.WrittenCount;
        Put16((ushort)(HasPosition ? 2 : 1));
        Put16(0);
        Put16(1);
        Put32(4);
        _bytes.Write<byte>([2, 3, 0, 0]);
        if (HasPosition)
        {
            Put16(2);
            Put16(5);
            Put32(3);
            Put32((uint)(start + 30));
        }

        Put32(0);
        _bytes.Write(new byte[24]);
    }

    private void Put16(ushort value)
    {
        Span<byte> bytes = stackalloc byte[2];
        if (BigEndian)
        {
            BinaryPrimitives.WriteUInt16BigEndian(bytes, value);
        }
        else
        {
            BinaryPrimitives.WriteUInt16LittleEndian(bytes, value);
        }

        _bytes.Write(bytes);
    }

    private void Put32(uint value)
    {
        Span<byte> bytes = stackalloc byte[4];
        if (BigEndian)
        {
            BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        }
        else
        {
            BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        }

        _bytes.Write(bytes);
    }
}
