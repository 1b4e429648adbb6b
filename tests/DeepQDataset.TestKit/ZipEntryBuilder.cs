using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using System.Text;

namespace DeepQDataset.TestKit;

/// <summary>Represents one entry of a <see cref="ZipBuilder"/>. Everything is valid unless it is told otherwise.</summary>
public sealed partial class ZipEntryBuilder
{
    private readonly byte[] _content;
    private readonly List<(ZipExtraPlace Place, ushort Id, byte[] Data)> _extra = [];
    private byte[] _name;
    private byte[]? _localName;
    private byte[]? _packed;
    private ushort _flags;
    private ushort _method;
    private ushort? _localMethod;
    private uint? _crc;
    private uint? _localCrc;
    private ulong? _length;
    private ulong? _localLength;
    private ulong? _packedLength;
    private ulong? _localPackedLength;
    private ulong? _offset;
    private uint _externalAttributes;
    private byte _host;
    private ushort _dosTime;
    private ushort _dosDate = 0x5A21; // 2025-01-01
    private ZipExtraPlace _zip64;
    private bool _isDescriptorSigned;
    private bool _isDescriptorZip64;

    internal ZipEntryBuilder(string name, byte[] content)
    {
        _content = content;
        _name = Encoding.UTF8.GetBytes(name);
        if (_name.Length != name.Length)
        {
            Utf8().UnicodePath(name);
        }
    }

    /// <summary>
    /// Gets a value that indicates whether the entry has a local header and data; false for one that only the directory lists.
    /// </summary>
    internal bool HasLocal { get; private set; } = true;

    /// <summary>Gets a value that indicates whether the directory lists it.</summary>
    internal bool HasCentral { get; private set; } = true;

    /// <summary>Returns the bytes of the name in both headers, with no mark of their encoding.</summary>
    public ZipEntryBuilder RawName(params byte[] name)
    {
        _name = name;
        _flags = (ushort)(_flags & ~0x0800);
        _extra.RemoveAll(field => field.Id == 0x7075);
        return this;
    }

    /// <summary>Returns the name in the local header alone.</summary>
    public ZipEntryBuilder LocalName(string name)
    {
        _localName = Encoding.UTF8.GetBytes(name);
        return this;
    }

    /// <summary>Says by flag bit 11 that the name is UTF-8 (APPNOTE appendix D).</summary>
    public ZipEntryBuilder Utf8() => Flags(0x0800);

    /// <summary>Adds the Info-ZIP Unicode Path field (APPNOTE 4.6.9) in both headers, in place of the one that is there.</summary>
    /// <param name="name">The name it holds.</param>
    /// <param name="nameCrc">The CRC-32 of the plain name; null for the right one.</param>
    /// <param name="version">1 is the only version there is.</param>
    public ZipEntryBuilder UnicodePath(string name, uint? nameCrc = null, byte version = 1)
    {
        _extra.RemoveAll(field => field.Id == 0x7075);
        byte[] data = [version, 0, 0, 0, 0, .. Encoding.UTF8.GetBytes(name)];
        BinaryPrimitives.WriteUInt32LittleEndian(data.AsSpan(1), nameCrc ?? Crc32.HashToUInt32(_name));
        return Extra(0x7075, data);
    }

    /// <summary>Takes the Info-ZIP Unicode Path field away.</summary>
    public ZipEntryBuilder WithoutUnicodePath()
    {
        _extra.RemoveAll(field => field.Id == 0x7075);
        return this;
    }

    /// <summary>Adds an extra field.</summary>
    public ZipEntryBuilder Extra(ushort id, byte[] data, ZipExtraPlace place = ZipExtraPlace.Both)
    {
        _extra.Add((place, id, data));
        return this;
    }

    /// <summary>Adds the extended timestamp field with this time of last writing.</summary>
    public ZipEntryBuilder Timestamp(DateTime utc)
    {
        byte[] data = new byte[5];
        data[0] = 1;
        BinaryPrimitives.WriteInt32LittleEndian(data.AsSpan(1), (int)new DateTimeOffset(utc, TimeSpan.Zero).ToUnixTimeSeconds());
        return Extra(0x5455, data);
    }

    /// <summary>Sets the MS-DOS date and time.</summary>
    public ZipEntryBuilder DosTime(ushort date, ushort time)
    {
        _dosDate = date;
        _dosTime = time;
        return this;
    }

    /// <summary>Sets further flag bits in both headers.</summary>
    public ZipEntryBuilder Flags(ushort bits)
    {
        _flags |= bits;
        return this;
    }

    /// <summary>Deflates the data.</summary>
    public ZipEntryBuilder Deflated()
    {
        using MemoryStream target = new();
        using (DeflateStream deflate = new(target, CompressionLevel.Optimal, leaveOpen: true))
        {
            deflate.Write(_content);
        }

        return Method(8).Packed(target.ToArray());
    }

    /// <summary>Names a compression method; the data stay as they are.</summary>
    public ZipEntryBuilder Method(ushort method)
    {
        _method = method;
        return this;
    }

    /// <summary>Names another compression method in the local header.</summary>
    public ZipEntryBuilder LocalMethod(ushort method)
    {
        _localMethod = method;
        return this;
    }

    /// <summary>Returns the bytes that stand between the headers, compressed in whatever way.</summary>
    public ZipEntryBuilder Packed(byte[] data)
    {
        _packed = data;
        return this;
    }

    /// <summary>Claims a CRC-32 in both headers.</summary>
    public ZipEntryBuilder Crc(uint crc)
    {
        _crc = crc;
        return this;
    }

    /// <summary>Claims a CRC-32 in the local header.</summary>
    public ZipEntryBuilder LocalCrc(uint crc)
    {
        _localCrc = crc;
        return this;
    }

    /// <summary>Claims an unpacked size in both headers.</summary>
    public ZipEntryBuilder Length(ulong bytes)
    {
        _length = bytes;
        return this;
    }

    /// <summary>Claims an unpacked size in the local header.</summary>
    public ZipEntryBuilder LocalLength(ulong bytes)
    {
        _localLength = bytes;
        return this;
    }

    /// <summary>Claims a packed size in both headers.</summary>
    public ZipEntryBuilder PackedLength(ulong bytes)
    {
        _packedLength = bytes;
        return this;
    }

    /// <summary>Claims a packed size in the local header.</summary>
    public ZipEntryBuilder LocalPackedLength(ulong bytes)
    {
        _localPackedLength = bytes;
        return this;
    }

    /// <summary>Claims where the local header is.</summary>
    public ZipEntryBuilder Offset(ulong offset)
    {
        _offset = offset;
        return this;
    }

    /// <summary>Lists it in the directory only, pointing at an offset that another entry may have, too.</summary>
    public ZipEntryBuilder OnlyInDirectory(ulong offset)
    {
        HasLocal = false;
        return Offset(offset);
    }

    /// <summary>Leaves it out of the directory.</summary>
    public ZipEntryBuilder NotInDirectory()
    {
        HasCentral = false;
        return this;
    }

    /// <summary>Puts CRC and sizes after the data instead of before them (flag bit 3).</summary>
    /// <param name="isSigned">Indicates whether the optional signature leads it.</param>
    /// <param name="isZip64">Indicates whether its sizes have eight bytes.</param>
    public ZipEntryBuilder Descriptor(bool isSigned = true, bool isZip64 = false)
    {
        _isDescriptorSigned = isSigned;
        _isDescriptorZip64 = isZip64;
        return Flags(0x0008);
    }

    /// <summary>Keeps sizes (and the offset, in the directory) in the zip64 field (APPNOTE 4.5.3).</summary>
    public ZipEntryBuilder Zip64(ZipExtraPlace place = ZipExtraPlace.Both)
    {
        _zip64 = place;
        return this;
    }

    /// <summary>Marks it as encrypted in the traditional way.</summary>
    public ZipEntryBuilder Encrypted() => Flags(0x0001);

    /// <summary>Marks it as encrypted by AES-256: method 99 and field 0x9901.</summary>
    public ZipEntryBuilder AesEncrypted() => Encrypted().Extra(0x9901, [2, 0, (byte)'A', (byte)'E', 3, (byte)_method, 0]).Method(99);

    /// <summary>Sets the Unix mode, file type included: 0xA1FF is a symbolic link, 0x11B6 a fifo.</summary>
    public ZipEntryBuilder UnixMode(ushort mode)
    {
        _host = 3;
        _externalAttributes = (uint)mode << 16;
        return this;
    }
}
