namespace DeepQDataset.Imaging.Png;

/// <summary>
/// Looks at the texts of PNG chunks tEXt, zTXt and iTXt: a keyword, a null, then the text, packed or not (PNG, third edition, section
/// 11.3.3).
/// </summary>
internal static class PngText
{
    /// <summary>The longest keyword, with its null.</summary>
    private const int MaximumKeyword = 80;

    private static readonly string[] Authors = ["author", "artist", "creator", "owner"];

    /// <summary>Looks at a chunk's data without taking them: does it name an author? What the text says is not looked at.</summary>
    /// <param name="reader">At the data.</param>
    /// <param name="length">Their length in bytes.</param>
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
