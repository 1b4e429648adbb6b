using System.Buffers.Binary;

namespace DeepQDataset.Imaging;

/// <summary>
/// Reads an EXIF block, which is a TIFF structure: the orientation of the image, and whether it contains a place or a person (EXIF 2.32,
/// sections 4.5, 4.6.4 to 4.6.6; TIFF 6.0, section 2).
/// </summary>
internal ref struct ExifReader
{
    /// <summary>The orientation with rows from top to bottom and columns from left to right.</summary>
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

    /// <summary>Gets the bytes at the start of EXIF blocks in JPEG's APP1.</summary>
    public static ReadOnlySpan<byte> Identifier => "Exif\0\0"u8;

    /// <summary>Peeks at a block. Damaged parts are ignored.</summary>
    /// <param name="reader">The reader, at the start of the block.</param>
    /// <param name="length">The length of the block in bytes; only the first <see cref="ForwardReader.BufferSize"/> are read.</param>
    /// <returns>The orientation, 1 to 8, 1 if it is missing or invalid; and the metadata.</returns>
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

    /// <summary>
    /// Reads a directory and, for the image's directory, the first two that it refers to: never deeper, and at most three.
    /// </summary>
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

    /// <summary>
    /// Recognizes latitude, longitude, those of the destination, and the name of the area. A version or a time alone is not a place.
    /// </summary>
    private void ReadGpsEntry(Entry entry)
    {
        if (entry.Tag is 2 or 4 or 20 or 22 or 28 && entry.Count > 0)
        {
            _metadata |= ImageMetadata.ExifPosition;
        }
    }

    /// <summary>Records a text that is not blank. Up to four bytes are stored in the entry itself, longer texts at an offset.</summary>
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
    /// <param name="Tag">The tag.</param>
    /// <param name="Type">The type of the values.</param>
    /// <param name="Count">The number of values; for a text, of characters.</param>
    /// <param name="Value">The value or its offset.</param>
    /// <param name="ShortValue">The value, if it has 16 bits.</param>
    private readonly record struct Entry(ushort Tag, ushort Type, uint Count, uint Value, ushort ShortValue);
}
