namespace DeepQDataset.Imaging.Dicom;

/// <summary>Recognizes DICOM files by their first bytes, with or without a preamble.</summary>
internal static class DicomRecognizer
{
    /// <summary>The length of the preamble and prefix (PS3.10 section 7.1).</summary>
    public const int PreambleLength = 132;

    /// <summary>
    /// The maximum length of the first element of a data set, which is a group length, the character set or the image type.
    /// </summary>
    private const int MaximumFirstValue = 1024;

    /// <summary>Determines whether the file starts with 128 arbitrary bytes and <c>DICM</c>.</summary>
    public static bool HasPreamble(ForwardReader reader) =>
        reader.TryPeek(PreambleLength, out ReadOnlySpan<byte> bytes) && bytes[128..].SequenceEqual("DICM"u8);

    /// <summary>
    /// Determines whether the file starts with the file meta information or a data set: a first tag of group 0002 or 0008 (0000 for the
    /// remains of a network command), and with implicit VR, which is easily mistaken, a valid second tag.
    /// </summary>
    public static bool IsBareDataSet(ForwardReader reader)
    {
        if (!reader.TryPeek(DicomElementHeader.MaximumSize, out ReadOnlySpan<byte> bytes))
        {
            return false;
        }

        DicomEncoding encoding = DicomEncoding.Recognize(bytes, DicomEncoding.ImplicitLittleEndian);
        if (!DicomElementHeader.TryRead(bytes, encoding, reader.Length, out DicomElementHeader first) || !MayBeFirst(first.Tag))
        {
            return false;
        }

        if (!first.Fits(reader.Length) || first.Length > MaximumFirstValue)
        {
            return false;
        }

        if (encoding.IsExplicit)
        {
            return true;
        }

        int offset = first.Size + (int)first.Length;
        return reader.TryPeek(offset + DicomElementHeader.MinimumSize, out bytes)
            && DicomElementHeader.TryRead(bytes[offset..], encoding, reader.Length - offset, out DicomElementHeader second)
            && second.Tag > first.Tag
            && DicomTag.Group(second.Tag) <= 0x0010
            && second.Fits(reader.Length - offset);
    }

    private static bool MayBeFirst(uint tag) => DicomTag.Group(tag) is 0x0002 or 0x0008 || tag == 0;
}
