namespace DeepQDataset.Imaging.Png;

/// <summary>
/// Reads the keywords of PNG chunks tEXt, zTXt and iTXt: a keyword, a null, then the text, compressed or not (PNG, third edition, section
/// 11.3.3).
/// </summary>
internal static class PngText
{
    /// <summary>The maximum length of a keyword, including its null.</summary>
    private const int MaximumKeyword = 80;

    private static readonly string[] Authors = ["author", "artist", "creator", "owner"];

    /// <summary>
    /// Peeks at the data of a chunk and determines whether its keyword is that of an author. The text itself is not read.
    /// </summary>
    /// <param name="reader">The reader, at the data.</param>
    /// <param name="length">The length of the data in bytes.</param>
    public static ImageMetadata Peek(ForwardReader reader, uint length)
    {
        reader.TryPeek((int)Math.Min(length, MaximumKeyword), out ReadOnlySpan<byte> bytes);
        int end = bytes.IndexOf((byte)0);
        if (end <= 0 || end + 1 >= length)
        {
            return ImageMetadata.None;
        }

        foreach (string author in Authors)
        {
            if (System.Text.Ascii.EqualsIgnoreCase(bytes[..end], author))
            {
                return ImageMetadata.PngAuthor;
            }
        }

        return ImageMetadata.None;
    }
}
