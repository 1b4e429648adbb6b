namespace DeepQDataset.Imaging.Dicom;

/// <summary>Reads the file meta information, the elements of group 0002 (PS3.10 section 7.1).</summary>
internal static class DicomFileMetaReader
{
    /// <summary>The maximum number of elements. The standard has fewer than 20 in group 0002, and 40 in group 0000.</summary>
    private const int MaximumElements = 256;

    /// <summary>The maximum number of bytes of a value to read: four times the longest legal value.</summary>
    private const int MaximumValueLength = 256;

    /// <summary>
    /// Reads the elements of group 0002. Skips elements of group 0000 before and after them, which a network left there (PS3.7) and which
    /// may have another encoding. The next group marks the end, since group lengths are wrong in many files; before deflated data, which
    /// can have any bytes, the group length is used.
    /// </summary>
    /// <param name="reader">The reader, at the first element.</param>
    /// <param name="meta">Receives the attributes.</param>
    /// <returns>The problem; null if there is none.</returns>
    public static ImageProblem? Read(ForwardReader reader, DicomFileMeta meta)
    {
        long declaredEnd = long.MaxValue;
        for (int count = 0; count < MaximumElements; count++)
        {
            reader.TryPeek(DicomElementHeader.MaximumSize, out ReadOnlySpan<byte> bytes);
            if (bytes.Length < DicomElementHeader.MinimumSize)
            {
                return Corrupt(reader, bytes.IsEmpty ? "the file ends before its data set" : "the file ends inside an element's header");
            }

            if (reader.Position == declaredEnd && meta.IsDeflated)
            {
                return null;
            }

            DicomEncoding encoding = DicomEncoding.Recognize(bytes, DicomEncoding.ExplicitLittleEndian);
            long left = reader.Length - reader.Position;
            bool isElement = DicomElementHeader.TryRead(bytes, encoding, left, out DicomElementHeader element);
            bool isMeta = DicomTag.Group(element.Tag) == 0x0002;
            if (!isMeta && !(isElement && IsCommand(element)))
            {
                return null;
            }

            meta.IsPresent |= isMeta;
            if (!isElement || !element.Fits(left) || element.HasUndefinedLength)
            {
                return Corrupt(reader, $"the element {DicomTag.Format(element.Tag)} before the data set does not end within the file");
            }

            int taken = (int)Math.Min(element.Length, MaximumValueLength);
            if (!reader.TrySkip(element.Size) || !reader.TryRead(taken, out ReadOnlySpan<byte> value))
            {
                return Corrupt(reader, "the file ends inside its file meta information");
            }

            meta.Take(element.Tag, value);
            bool isGroupLength = element.Tag == DicomTag.FileMetaGroupLength && value.Length == sizeof(uint);
            long? groupLength = isGroupLength ? encoding.ReadUInt32(value) : null;
            if (!reader.TrySkip(element.Length - taken))
            {
                return Corrupt(reader, "the file ends inside its file meta information");
            }

            declaredEnd = groupLength is long length ? reader.Position + length : declaredEnd;
        }

        return Corrupt(reader, "the file meta information has more elements than there are");
    }

    /// <summary>Determines whether an element belongs to a command. Zeros, which read as an empty element, do not.</summary>
    private static bool IsCommand(DicomElementHeader element) =>
        DicomTag.Group(element.Tag) == 0 && (element.Tag != 0 || element.Length == sizeof(uint));

    private static ImageProblem Corrupt(ForwardReader reader, string detail) => new(ImageProblemKind.Corrupt, detail, reader.Position);
}
