using System.Buffers.Binary;

namespace DeepQDataset.Imaging;

/// <summary>
/// Reads out of an EXIF block, which is a TIFF structure, what matters of an image: its orientation, and whether it tells of a place or a
/// person (EXIF 2.32, sections 4.5, 4.6.4 to 4.6.6; TIFF 6.0, section 2).
/// </summary>
internal ref struct ExifReader
{
    /// <summary>Means that rows go from top to bottom and columns from left to right: nothing to turn.</summary>
    public const int Upright = 1;

    private const int TiffHeaderLength = 8;
    private const int EntryLength = 12;
    private const ushort OrientationTag = 0x0112;
    private const ushort ArtistTag = 0x013B;
    private const ushort ExifDirectoryTag = 0x8769;
    private const ushort GpsDirectoryTag = 0x8825;
    private const ushort WindowsAuthorTag = 0x9C9D;
    private const ushort OwnerTag = 0xA430;
    private const ushort BodySerialNumberTag = 0xA431;
    private const ushort LensSerialNumberTag = 0xA435;
    private const ushort ShortType = 3;
    private const ushort LongType = 4;

    private readonly ForwardReader _reader;
    private readonly int _start;
    private readonly int _length;
    private readonly bool _bigEndian;
    private int _orientation = Upright;
    private ImageMetadata _metadata;
    private bool _sawExif;
    private bool _sawGps;

    private ExifReader(ForwardReader reader, int start, int length, bool bigEndian)
    {
        _reader = reader;
        _start = start;
        _length = length;
        _bigEndian = bigEndian;
    }

    private enum Directory
    {
        Image,
        Exif,
        Gps,
    }

    /// <summary>How EXIF blocks begin in JPEG's APP1.</summary>
    public static ReadOnlySpan<byte> Identifier => "Exif\0\0"u8;

    /// <summary>Looks into a block without taking any bytes. What is damaged says nothing.</summary>
    /// <param name="reader">At the block's start.</param>
    /// <param name="length">The block's length in bytes; only the first <see cref="ForwardReader.BufferSize"/> are looked at.</param>
    /// <returns>The orientation, 1 to 8, 1 when there is none or it is invalid; and what else is in it.</returns>
    public static (int Orientation, ImageMetadata Metadata) Peek(ForwardReader reader, long length)
    {
        int limit = (int)Math.Min(length, ForwardReader.BufferSize);
        reader.TryPeek(Math.Min(limit, Identifier.Length), out ReadOnlySpan<byte> bytes);
        int start = bytes.SequenceEqual(Identifier) ? Identifier.Length : 0;
        if (limit - start < TiffHeaderLength || !reader.TryPeek(start + TiffHeaderLength, out bytes))
        {
            return (Upright, ImageMetadata.None);
        }

        ReadOnlySpan<byte> header = bytes[start..];
        bool bigEndian = header[0] == 'M';
        ExifReader block = new(reader, start, limit - start, bigEndian);
        if (header[0] != header[1] || (header[0] != 'I' && !bigEndian) || block.Read16(header[2..]) != 42)
        {
            return (Upright, ImageMetadata.None);
        }

        block.ReadDirectory(block.Read32(header[4..]), Directory.Image);
        return (block._orientation, block._metadata);
    }

    /// <summary>Reads a directory and, of the image's, the first two that it names: never deeper, and no more than three.</summary>
    private void ReadDirectory(uint offset, Directory directory)
    {
        if (!TryPeek(offset, 2, out ReadOnlySpan<byte> bytes))
        {
            return;
        }

        uint first = offset + 2;
        int entries = (int)Math.Min(Read16(bytes), (_length - first) / EntryLength);
        for (int i = 0; i < entries; i++)
        {
            if (!TryPeek(first + (uint)(i * EntryLength), EntryLength, out bytes))
            {
                return;
            }

            Entry entry = new(Read16(bytes), Read16(bytes[2..]), Read32(bytes[4..]), Read32(bytes[8..]), Read16(bytes[8..]));
            switch (directory)
            {
                case Directory.Image: ReadImageEntry(entry, first + (uint)(i * EntryLength)); break;
                case Directory.Exif: ReadExifEntry(entry, first + (uint)(i * EntryLength)); break;
                default: ReadGpsEntry(entry); break;
            }
        }
    }

    private void ReadImageEntry(Entry entry, uint place)
    {
        switch (entry.Tag)
        {
            case OrientationTag when _orientation == Upright:
                uint value = entry.Type switch { ShortType => entry.ShortValue, LongType => entry.Value, _ => 0 };
                _orientation = value is >= 1 and <= 8 ? (int)value : Upright;
                break;
            case ArtistTag or WindowsAuthorTag:
                Note(ImageMetadata.ExifArtist, entry, place);
                break;
            case ExifDirectoryTag when !_sawExif:
                _sawExif = true;
                ReadDirectory(entry.Value, Directory.Exif);
                break;
            case GpsDirectoryTag when !_sawGps:
                _sawGps = true;
                ReadDirectory(entry.Value, Directory.Gps);
                break;
        }
    }

    private void ReadExifEntry(Entry entry, uint place)
    {
        switch (entry.Tag)
        {
            case OwnerTag: Note(ImageMetadata.ExifOwner, entry, place); break;
            case BodySerialNumberTag: Note(ImageMetadata.ExifBodySerialNumber, entry, place); break;
            case LensSerialNumberTag: Note(ImageMetadata.ExifLensSerialNumber, entry, place); break;
        }
    }

    /// <summary>Latitude, longitude, those of the destination, and the area's name; a version or a time alone is no place.</summary>
    private void ReadGpsEntry(Entry entry)
    {
        if (entry.Tag is 2 or 4 or 20 or 22 or 28 && entry.Count > 0)
        {
            _metadata |= ImageMetadata.ExifPosition;
        }
    }

    /// <summary>
    /// Takes note of a text that is not blank. Up to four bytes of it lie in the entry itself, more where the entry says.
    /// </summary>
    private void Note(ImageMetadata kind, Entry entry, uint place)
    {
        int length = (int)Math.Min(entry.Count, 64);
        uint offset = entry.Count <= 4 ? place + 8 : entry.Value;
        if (TryPeek(offset, length, out ReadOnlySpan<byte> text) && text.ContainsAnyExcept((byte)0, (byte)' '))
        {
            _metadata |= kind;
        }
    }

    private readonly bool TryPeek(uint offset, int count, out ReadOnlySpan<byte> bytes)
    {
        bytes = default;
        if (offset > (uint)_length
            || count > _length - (int)offset
            || !_reader.TryPeek(_start + (int)offset + count, out ReadOnlySpan<byte> block))
        {
            return false;
        }

        bytes = block[(_start + (int)offset)..];
        return true;
    }

    private readonly ushort Read16(ReadOnlySpan<byte> bytes) =>
        _bigEndian ? BinaryPrimitives.ReadUInt16BigEndian(bytes) : BinaryPrimitives.ReadUInt16LittleEndian(bytes);

    private readonly uint Read32(ReadOnlySpan<byte> bytes) =>
        _bigEndian ? BinaryPrimitives.ReadUInt32BigEndian(bytes) : BinaryPrimitives.ReadUInt32LittleEndian(bytes);

    /// <summary>Represents an entry of a directory.</summary>
    /// <param name="Tag">What it is.</param>
    /// <param name="Type">How its values are written.</param>
    /// <param name="Count">The number of values: characters, for a text.</param>
    /// <param name="Value">The value, or where it is.</param>
    /// <param name="ShortValue">The value, where it has 16 bits.</param>
    private readonly record struct Entry(ushort Tag, ushort Type, uint Count, uint Value, ushort ShortValue);
}
