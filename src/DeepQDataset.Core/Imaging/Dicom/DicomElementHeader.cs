namespace DeepQDataset.Imaging.Dicom;

/// <summary>Represents the header of an element.</summary>
/// <param name="Tag">The tag.</param>
/// <param name="Vr">The value representation; <see cref="ValueRepresentation.None"/> if none is written.</param>
/// <param name="Length">The length of the value in bytes, or <see cref="Undefined"/>.</param>
/// <param name="Size">The length of the header in bytes: 8 or 12.</param>
internal readonly record struct DicomElementHeader(uint Tag, ushort Vr, uint Length, int Size)
{
    /// <summary>The length that stands for "until the delimiter" (PS3.5 section 7.1.1).</summary>
    public const uint Undefined = 0xFFFFFFFF;

    /// <summary>The longest header.</summary>
    public const int MaximumSize = 12;

    /// <summary>The shortest header.</summary>
    public const int MinimumSize = 8;

    /// <summary>Gets a value that indicates whether a delimiter ends the value.</summary>
    public bool HasUndefinedLength => Length == Undefined;

    /// <summary>Reads a tag.</summary>
    /// <param name="bytes">The next bytes, at least 4.</param>
    /// <param name="encoding">The encoding of the data set.</param>
    public static uint ReadTag(ReadOnlySpan<byte> bytes, DicomEncoding encoding) =>
        ((uint)encoding.ReadUInt16(bytes) << 16) | encoding.ReadUInt16(bytes[2..]);

    /// <summary>
    /// Reads a header. If a file violates its encoding (private elements copied from another file, unknown value representations, 16-bit
    /// lengths instead of 32-bit ones), the interpretation whose length fits into the file is used.
    /// </summary>
    /// <param name="bytes">The next bytes, at least 8, and 12 if the file has that many.</param>
    /// <param name="encoding">The encoding of the data set.</param>
    /// <param name="left">The number of bytes in the file from the start of the header.</param>
    /// <param name="header">The header.</param>
    /// <returns>False if the bytes are not a header.</returns>
    public static bool TryRead(ReadOnlySpan<byte> bytes, DicomEncoding encoding, long left, out DicomElementHeader header)
    {
        uint tag = ReadTag(bytes, encoding);
        DicomElementHeader withoutVr = new(tag, ValueRepresentation.None, encoding.ReadUInt32(bytes[4..]), MinimumSize);
        if (DicomTag.Group(tag) == DicomTag.DelimiterGroup)
        {
            header = withoutVr;
            return true;
        }

        ushort vr = ValueRepresentation.Read(bytes[4..]);
        if (encoding.IsExplicit && ValueRepresentation.IsWellFormed(vr))
        {
            return TryReadExplicit(bytes, tag, vr, encoding, left, out header);
        }

        if (!withoutVr.Fits(left) && ValueRepresentation.IsKnown(vr))
        {
            return TryReadExplicit(bytes, tag, vr, encoding, left, out header);
        }

        header = withoutVr;
        return !encoding.IsExplicit || withoutVr.Fits(left);
    }

    /// <summary>Determines whether the value ends within the file, or has undefined length.</summary>
    /// <param name="left">The number of bytes in the file from the start of the header.</param>
    public bool Fits(long left) => HasUndefinedLength || Size + (long)Length <= left;

    private static bool TryReadExplicit(
        ReadOnlySpan<byte> bytes, uint tag, ushort vr, DicomEncoding encoding, long left, out DicomElementHeader header)
    {
        ushort reservedOrLength = encoding.ReadUInt16(bytes[6..]);
        DicomElementHeader withShort = new(tag, vr, reservedOrLength, MinimumSize);
        bool isKnown = ValueRepresentation.IsKnown(vr);
        bool mayBeLong = isKnown ? ValueRepresentation.HasLongLength(vr) : reservedOrLength == 0;
        if (!mayBeLong)
        {
            header = withShort;
            return true;
        }

        if (bytes.Length < MaximumSize)
        {
            header = withShort;
            return !isKnown;
        }

        DicomElementHeader withLong = new(tag, vr, encoding.ReadUInt32(bytes[8..]), MaximumSize);
        bool isShort = (reservedOrLength != 0 || !isKnown) && !withLong.Fits(left) && withShort.Fits(left);
        header = isShort ? withShort : withLong;
        return true;
    }
}
