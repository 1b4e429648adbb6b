namespace DeepQDataset.Imaging.Dicom;

/// <summary>Looks whether encapsulated pixel data are there to their end (PS3.5 annex A.4), without looking into them.</summary>
internal static class DicomFragments
{
    /// <summary>So many fragments are followed one by one, at a read each; of longer chains just the end is looked for.</summary>
    private const int MaximumFollowed = 256;

    private static ReadOnlySpan<byte> LittleEndianDelimiter => [0xFE, 0xFF, 0xDD, 0xE0, 0, 0, 0, 0];

    private static ReadOnlySpan<byte> BigEndianDelimiter => [0xFF, 0xFE, 0xE0, 0xDD, 0, 0, 0, 0];

    /// <summary>Follows the fragments. Damage other than an early end is not this check's to say.</summary>
    /// <param name="reader">Behind the pixel data element's header.</param>
    /// <param name="encoding">How the data set is written.</param>
    /// <returns>What is wrong; null if nothing.</returns>
    public static ImageProblem? Check(ForwardReader reader, DicomEncoding encoding)
    {
        for (int i = 0; i < MaximumFollowed; i++)
        {
            if (!reader.TryPeek(DicomElementHeader.MinimumSize, out ReadOnlySpan<byte> bytes))
            {
                return Truncated(reader, "the file ends before the sequence delimiter of its pixel data");
            }

            long left = reader.Length - reader.Position;
            if (!DicomElementHeader.TryRead(bytes, encoding, left, out DicomElementHeader item) || item.Tag != DicomTag.Item || item.HasUndefinedLength)
            {
                return null;
            }

            if (!item.Fits(left))
            {
                long there = Math.Max(0, left - item.Size);
                return Truncated(reader, FormattableString.Invariant($"a fragment of the pixel data is {item.Length} bytes long, and the file has {there} of them"));
            }

            if (!reader.TrySkip(item.Size + (long)item.Length))
            {
                return Truncated(reader, "the file ends inside its pixel data");
            }
        }

        return FindDelimiterAtEnd(reader, encoding);
    }

    private static ImageProblem? FindDelimiterAtEnd(ForwardReader reader, DicomEncoding encoding)
    {
        long before = reader.Length - reader.Position - ForwardReader.BufferSize;
        if (before > 0 && !reader.TrySkip(before))
        {
            return Truncated(reader, "the file ends inside its pixel data");
        }

        reader.TryPeek(ForwardReader.BufferSize, out ReadOnlySpan<byte> tail);
        bool isThere = tail.LastIndexOf(encoding.IsBigEndian ? BigEndianDelimiter : LittleEndianDelimiter) >= 0;
        return isThere ? null : Truncated(reader, "the file ends before the sequence delimiter of its pixel data");
    }

    private static ImageProblem Truncated(ForwardReader reader, string detail) => new(ImageProblemKind.Truncated, detail, reader.Position);
}
