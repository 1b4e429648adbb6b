namespace DeepQDataset.Imaging.Dicom;

/// <summary>Checks whether encapsulated pixel data is complete (PS3.5 annex A.4) without reading the fragments.</summary>
internal static class DicomFragments
{
    /// <summary>The maximum number of fragments to follow, with one read each. In longer chains, only the end is searched.</summary>
    private const int MaximumFollowed = 256;

    private static ReadOnlySpan<byte> LittleEndianDelimiter => [0xFE, 0xFF, 0xDD, 0xE0, 0, 0, 0, 0];

    private static ReadOnlySpan<byte> BigEndianDelimiter => [0xFF, 0xFE, 0xE0, 0xDD, 0, 0, 0, 0];

    /// <summary>Follows the fragments.</summary>
    /// <param name="elements">The reader, at encapsulated pixel data. It must not be used afterwards.</param>
    /// <returns>The problem; null if there is none.</returns>
    public static ImageProblem? Check(DicomElementReader elements)
    {
        for (int i = 0; i < MaximumFollowed; i++)
        {
            if (!elements.Read() || elements.Kind != DicomNodeKind.Fragment || !elements.Skip())
            {
                return elements.Problem;
            }
        }

        return FindDelimiterAtEnd(elements.Source, elements.Encoding);
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
