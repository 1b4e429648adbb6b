using System.IO.Hashing;

namespace DeepQDataset.TestKit;

/// <content>The bytes of an entry: its two headers, its data and its descriptor (APPNOTE 4.3.7, 4.3.9, 4.3.12).</content>
public sealed partial class ZipEntryBuilder
{
    private bool HasDescriptor => (_flags & 0x0008) != 0;

    private byte[] PackedData => _packed ?? _content;

    private ushort VersionNeeded => (ushort)(_zip64 == ZipExtraPlace.None ? 20 : 45);

    /// <summary>Appends the local header, the data and the descriptor.</summary>
    internal void WriteLocal(ZipBytes target)
    {
        byte[] name = _localName ?? _name;
        ulong length = HasDescriptor ? 0 : _length ?? (ulong)_content.Length;
        ulong packedLength = HasDescriptor ? 0 : _packedLength ?? (ulong)PackedData.Length;
        uint crc = HasDescriptor ? 0 : _crc ?? Crc32.HashToUInt32(_content);
        length = _localLength ?? length;
        packedLength = _localPackedLength ?? packedLength;
        bool isZip64 = _zip64.HasFlag(ZipExtraPlace.Local);
        byte[] extra = ExtraBytes(ZipExtraPlace.Local, isZip64 ? new ZipBytes().Int64(length).Int64(packedLength).ToArray() : null);
        target.Int32(0x04034B50).Int16(VersionNeeded).Int16(_flags).Int16(_localMethod ?? _method).Int16(_dosTime).Int16(_dosDate)
            .Int32(_localCrc ?? crc).Int32(Narrow(packedLength, isZip64)).Int32(Narrow(length, isZip64))
            .Int16((ushort)name.Length).Int16((ushort)extra.Length).Bytes(name).Bytes(extra).Bytes(PackedData);
        if (HasDescriptor)
        {
            WriteDescriptor(target);
        }
    }

    /// <summary>Appends the directory's record.</summary>
    /// <param name="target">What is appended to.</param>
    /// <param name="offset">Where the local header really is.</param>
    internal void WriteCentral(ZipBytes target, ulong offset)
    {
        ulong length = _length ?? (ulong)_content.Length;
        ulong packedLength = _packedLength ?? (ulong)PackedData.Length;
        bool isZip64 = _zip64.HasFlag(ZipExtraPlace.Central);
        ulong claimedOffset = _offset ?? offset;
        byte[] extra = ExtraBytes(
            ZipExtraPlace.Central, isZip64 ? new ZipBytes().Int64(length).Int64(packedLength).Int64(claimedOffset).ToArray() : null);
        target.Int32(0x02014B50).Int16((ushort)((_host << 8) | VersionNeeded)).Int16(VersionNeeded).Int16(_flags).Int16(_method)
            .Int16(_dosTime).Int16(_dosDate).Int32(_crc ?? Crc32.HashToUInt32(_content))
            .Int32(Narrow(packedLength, isZip64)).Int32(Narrow(length, isZip64))
            .Int16((ushort)_name.Length).Int16((ushort)extra.Length).Int16(0).Int16(0).Int16(0)
            .Int32(_externalAttributes).Int32(Narrow(claimedOffset, isZip64)).Bytes(_name).Bytes(extra);
    }

    private void WriteDescriptor(ZipBytes target)
    {
        if (_isDescriptorSigned)
        {
            target.Int32(0x08074B50);
        }

        target.Int32(_crc ?? Crc32.HashToUInt32(_content));
        ulong packedLength = _packedLength ?? (ulong)PackedData.Length;
        ulong length = _length ?? (ulong)_content.Length;
        if (_isDescriptorZip64)
        {
            target.Int64(packedLength).Int64(length);
        }
        else
        {
            target.Int32((uint)packedLength).Int32((uint)length);
        }
    }

    private byte[] ExtraBytes(ZipExtraPlace place, byte[]? zip64)
    {
        ZipBytes bytes = new();
        if (zip64 is not null)
        {
            bytes.Int16(0x0001).Int16((ushort)zip64.Length).Bytes(zip64);
        }

        foreach ((ZipExtraPlace where, ushort id, byte[] data) in _extra)
        {
            if (where.HasFlag(place))
            {
                bytes.Int16(id).Int16((ushort)data.Length).Bytes(data);
            }
        }

        return bytes.ToArray();
    }

    private static uint Narrow(ulong value, bool isZip64) => isZip64 ? uint.MaxValue : (uint)value;
}
