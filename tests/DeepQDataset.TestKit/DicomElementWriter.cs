using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace DeepQDataset.TestKit;

/// <summary>Writes DICOM elements in one of the three encodings of PS3.5 section 7.1.</summary>
internal sealed class DicomElementWriter(bool isExplicit, bool isBigEndian)
{
    private const uint Item = 0xFFFEE000;
    private const uint ItemDelimiter = 0xFFFEE00D;
    private const uint SequenceDelimiter = 0xFFFEE0DD;

    private readonly ArrayBufferWriter<byte> _bytes = new();

    /// <summary>What has been written.</summary>
    public byte[] ToArray() => _bytes.WrittenSpan.ToArray();

    /// <summary>Writes elements in the order given.</summary>
    public void Write(IEnumerable<DicomElement> elements)
    {
        foreach (DicomElement element in elements)
        {
            Write(element);
        }
    }

    /// <summary>Writes one element.</summary>
    public void Write(DicomElement element)
    {
        byte[] value = ValueOf(element);
        uint length = element.HasUndefinedLength ? DicomElement.UndefinedLength : (uint)value.Length;
        WriteHeader(element.Tag, element.Vr, element.DeclaredLength ?? length);
        _bytes.Write(value);
    }

    /// <summary>Writes encapsulated pixel data (PS3.5 annex A.4): a basic offset table, fragments, a delimiter.</summary>
    public void WritePixelData(byte[] offsetTable, IEnumerable<byte[]> fragments, bool withDelimiter)
    {
        WriteHeader(0x7FE00010, "OB", DicomElement.UndefinedLength);
        WriteFragments([offsetTable, .. fragments], withDelimiter);
    }

    /// <summary>Writes fragments, the first of which is the offset table, and a delimiter.</summary>
    public void WriteFragments(IEnumerable<byte[]> fragments, bool withDelimiter)
    {
        foreach (byte[] fragment in fragments)
        {
            WriteItemHeader(Item, (uint)fragment.Length);
            _bytes.Write(fragment);
        }

        if (withDelimiter)
        {
            WriteItemHeader(SequenceDelimiter, 0);
        }
    }

    private byte[] ValueOf(DicomElement element)
    {
        if (element.Items is { } items)
        {
            return SequenceValue(element, items);
        }

        if (element.Shorts is { } shorts)
        {
            byte[] bytes = new byte[shorts.Count * 2];
            for (int i = 0; i < shorts.Count; i++)
            {
                Put16(bytes.AsSpan(i * 2), shorts[i]);
            }

            return bytes;
        }

        if (element.Longs is { } longs)
        {
            byte[] bytes = new byte[longs.Count * 4];
            for (int i = 0; i < longs.Count; i++)
            {
                Put32(bytes.AsSpan(i * 4), longs[i]);
            }

            return bytes;
        }

        return element.Value ?? [];
    }

    private byte[] SequenceValue(DicomElement sequence, IReadOnlyList<IReadOnlyList<DicomElement>> items)
    {
        bool isImplicitInside = sequence.Vr is "UN";
        DicomElementWriter content = new(isExplicit && !isImplicitInside, isBigEndian && !isImplicitInside);
        foreach (IReadOnlyList<DicomElement> item in items)
        {
            DicomElementWriter body = new(content.IsExplicit, content.IsBigEndian);
            body.Write(item);
            byte[] bytes = body.ToArray();
            content.WriteItemHeader(Item, sequence.HasUndefinedLength ? DicomElement.UndefinedLength : (uint)bytes.Length);
            content._bytes.Write(bytes);
            if (sequence.HasUndefinedLength)
            {
                content.WriteItemHeader(ItemDelimiter, 0);
            }
        }

        if (sequence.HasUndefinedLength)
        {
            content.WriteItemHeader(SequenceDelimiter, 0);
        }

        return content.ToArray();
    }

    private bool IsExplicit => isExplicit;

    private bool IsBigEndian => isBigEndian;

    private void WriteHeader(uint tag, string vr, uint length)
    {
        if (!isExplicit)
        {
            WriteItemHeader(tag, length);
            return;
        }

        Span<byte> header = stackalloc byte[12];
        Put16(header, (ushort)(tag >> 16));
        Put16(header[2..], (ushort)tag);
        Encoding.Latin1.GetBytes(vr, header[4..]);
        bool isLong = vr is "OB" or "OD" or "OF" or "OL" or "OV" or "OW" or "SQ" or "SV" or "UC" or "UN" or "UR" or "UT" or "UV";
        if (isLong)
        {
            Put32(header[8..], length);
        }
        else
        {
            Put16(header[6..], (ushort)length);
        }

        _bytes.Write(header[..(isLong ? 12 : 8)]);
    }

    private void WriteItemHeader(uint tag, uint length)
    {
        Span<byte> header = stackalloc byte[8];
        Put16(header, (ushort)(tag >> 16));
        Put16(header[2..], (ushort)tag);
        Put32(header[4..], length);
        _bytes.Write(header);
    }

    private void Put16(Span<byte> target, ushort value)
    {
        if (isBigEndian)
        {
            BinaryPrimitives.WriteUInt16BigEndian(target, value);
        }
        else
        {
            BinaryPrimitives.WriteUInt16LittleEndian(target, value);
        }
    }

    private void Put32(Span<byte> target, uint value)
    {
        if (isBigEndian)
        {
            BinaryPrimitives.WriteUInt32BigEndian(target, value);
        }
        else
        {
            BinaryPrimitives.WriteUInt32LittleEndian(target, value);
        }
    }
}
