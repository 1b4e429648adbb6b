using System.Buffers.Binary;
using System.Text;

namespace DeepQDataset.Imaging.Dicom;

/// <summary>
/// Writes data elements (PS3.5 section 7), forward only. The encoding is an argument, since it differs inside an element of unknown
/// representation. Sequences and items have delimiters instead of a length, so that nothing must be known in advance.
/// </summary>
/// <param name="stream">The destination stream.</param>
internal sealed class DicomElementWriter(Stream stream)
{
    /// <summary>The maximum even length that fits into 16 bits.</summary>
    private const uint LongestShortLength = 0xFFFE;

    /// <summary>Writes the header of an element.</summary>
    /// <param name="tag">The tag of the element.</param>
    /// <param name="vr">
    /// The value representation. In an explicit encoding, UN replaces a missing or unknown one, and one whose length field cannot store the
    /// length (PS3.5 section 6.2.2).
    /// </param>
    /// <param name="length">The length of the value in bytes, even; or <see cref="DicomElementHeader.Undefined"/>.</param>
    /// <param name="encoding">The encoding to write.</param>
    public void WriteHeader(uint tag, ushort vr, uint length, DicomEncoding encoding)
    {
        Span<byte> header = stackalloc byte[DicomElementHeader.MaximumSize];
        WriteTag(header, tag, encoding);
        if (!encoding.IsExplicit || DicomTag.Group(tag) == DicomTag.DelimiterGroup)
        {
            WriteUInt32(header[4..], length, encoding);
            stream.Write(header[..DicomElementHeader.MinimumSize]);
            return;
        }

        bool isLong = !ValueRepresentation.IsKnown(vr) || ValueRepresentation.HasLongLength(vr) || length > LongestShortLength;
        ushort written = isLong && !ValueRepresentation.HasLongLength(vr) ? ValueRepresentation.UN : vr;
        header[4] = (byte)(written >> 8);
        header[5] = (byte)written;
        if (isLong)
        {
            WriteUInt16(header[6..], 0, encoding);
            WriteUInt32(header[8..], length, encoding);
        }
        else
        {
            WriteUInt16(header[6..], (ushort)length, encoding);
        }

        stream.Write(header[..(isLong ? DicomElementHeader.MaximumSize : DicomElementHeader.MinimumSize)]);
    }

    /// <summary>Writes an element. A value of odd length is padded: text with a space, other values with a null.</summary>
    /// <param name="tag">The tag of the element.</param>
    /// <param name="vr">The value representation.</param>
    /// <param name="value">The bytes of the value, in the byte order of the encoding.</param>
    /// <param name="encoding">The encoding to write.</param>
    public void Write(uint tag, ushort vr, ReadOnlySpan<byte> value, DicomEncoding encoding)
    {
        WriteHeader(tag, vr, (uint)((value.Length + 1) & ~1), encoding);
        stream.Write(value);
        WritePadding(vr, value.Length);
    }

    /// <summary>Writes an element with an ASCII value.</summary>
    public void Write(uint tag, ushort vr, string value, DicomEncoding encoding)
    {
        byte[] bytes = new byte[value.Length];
        Encoding.ASCII.GetBytes(value, bytes);
        Write(tag, vr, bytes, encoding);
    }

    /// <summary>Writes a part of a value whose header has been written.</summary>
    public void WritePiece(ReadOnlySpan<byte> piece) => stream.Write(piece);

    /// <summary>Writes a padding byte if the length of the value is odd.</summary>
    /// <param name="vr">The value representation.</param>
    /// <param name="length">The length of the value.</param>
    public void WritePadding(ushort vr, long length)
    {
        if (length % 2 != 0)
        {
            stream.WriteByte(ValueRepresentation.IsText(vr) ? (byte)' ' : (byte)0);
        }
    }

    /// <summary>Starts a sequence or encapsulated pixel data; call <see cref="EndSequence"/> to end it.</summary>
    public void StartSequence(uint tag, ushort vr, DicomEncoding encoding) => WriteHeader(tag, vr, DicomElementHeader.Undefined, encoding);

    /// <summary>Starts an item; call <see cref="EndItem"/> to end it.</summary>
    public void StartItem(DicomEncoding encoding) =>
        WriteHeader(DicomTag.Item, ValueRepresentation.None, DicomElementHeader.Undefined, encoding);

    /// <summary>Ends an item.</summary>
    public void EndItem(DicomEncoding encoding) => WriteHeader(DicomTag.ItemDelimitation, ValueRepresentation.None, 0, encoding);

    /// <summary>Ends a sequence, or encapsulated pixel data.</summary>
    public void EndSequence(DicomEncoding encoding) => WriteHeader(DicomTag.SequenceDelimitation, ValueRepresentation.None, 0, encoding);

    private static void WriteTag(Span<byte> target, uint tag, DicomEncoding encoding)
    {
        WriteUInt16(target, (ushort)(tag >> 16), encoding);
        WriteUInt16(target[2..], (ushort)tag, encoding);
    }

    private static void WriteUInt16(Span<byte> target, ushort value, DicomEncoding encoding)
    {
        if (encoding.IsBigEndian)
        {
            BinaryPrimitives.WriteUInt16BigEndian(target, value);
        }
        else
        {
            BinaryPrimitives.WriteUInt16LittleEndian(target, value);
        }
    }

    private static void WriteUInt32(Span<byte> target, uint value, DicomEncoding encoding)
    {
        if (encoding.IsBigEndian)
        {
            BinaryPrimitives.WriteUInt32BigEndian(target, value);
        }
        else
        {
            BinaryPrimitives.WriteUInt32LittleEndian(target, value);
        }
    }
}
