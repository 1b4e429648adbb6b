namespace DeepQDataset.Imaging.Dicom;

/// <summary>Reads the file meta information, the elements of group 0002 (PS3.10 section 7.1).</summary>
internal static class DicomFileMetaReader
{
    /// <summary>The standard knows fewer than 20 elements of it.</summary>
    private const int MaximumElements = 256;

    /// <summary>
    /// Reads the elements of group 0002. Where they end is seen by the next group, as group lengths are wrong in many files; just in front of
    /// deflated data, which can look like anything, the group length is believed.
    /// </summary>
    /// <param name="reader">At the first element.</param>
    /// <param name="header">Takes the attributes.</param>
    /// <param name="hasFileMeta">True when there was an element of group 0002.</param>
    /// <returns>What is wrong; null if nothing.</returns>
    public static ImageProblem? Read(ForwardReader reader, DicomHeaderBuilder header, ref bool hasFileMeta)
    {
        long declaredEnd = long.MaxValue;
        for (int count = 0; count < MaximumElements; count++)
        {
            reader.TryPeek(DicomElementHeader.MaximumSize, out ReadOnlySpan<byte> bytes);
            if (bytes.Length < DicomElementHeader.MinimumSize)
            {
                return Corrupt(reader, bytes.IsEmpty ? "the file ends before its data set" : "the file ends inside an element's header");
            }

            if (reader.Position == declaredEnd && TransferSyntax.Find(header.TransferSyntaxUid)?.Kind == TransferSyntaxKind.Deflated)
            {
                return null;
            }

            DicomEncoding encoding = DicomEncoding.Recognize(bytes, DicomEncoding.ExplicitLittleEndian);
            long left = reader.Length - reader.Position;
            bool isElement = DicomElementHeader.TryRead(bytes, encoding, left, out DicomElementHeader element);
            if (DicomTag.Group(element.Tag) != 0x0002)
            {
                return null;
            }

            hasFileMeta = true;
            if (!isElement || !element.Fits(left) || element.HasUndefinedLength)
            {
                return Corrupt(reader, $"the file meta element {DicomTag.Format(element.Tag)} does not end within the file");
            }

            int taken = (int)Math.Min(element.Length, DicomHeaderBuilder.MaximumValueLength);
            if (!reader.TrySkip(element.Size) || !reader.TryRead(taken, out ReadOnlySpan<byte> value))
            {
                return Corrupt(reader, "the file ends inside its file meta information");
            }

            header.Take(element, value, encoding);
            long? groupLength = element.Tag == DicomTag.FileMetaGroupLength && value.Length == sizeof(uint) ? encoding.ReadUInt32(value) : null;
            if (!reader.TrySkip(element.Length - taken))
            {
                return Corrupt(reader, "the file ends inside its file meta information");
            }

            declaredEnd = groupLength is long length ? reader.Position + length : declaredEnd;
        }

        return Corrupt(reader, "the file meta information has more elements than there are");
    }

    private static ImageProblem Corrupt(ForwardReader reader, string detail) => new(ImageProblemKind.Corrupt, detail, reader.Position);
}
