using System.Text;

namespace DeepQDataset.Text;

/// <summary>
/// Gets encodings by code page. They come from the provider itself: registering it would change <see cref="Encoding.GetEncoding(int)"/> for
/// the whole process.
/// </summary>
internal static class LegacyEncoding
{
    /// <summary>Gets an encoding that decodes invalid bytes as U+FFFD.</summary>
    public static Encoding Get(int codePage) =>
        Get(codePage, new DecoderReplacementFallback("\uFFFD"));

    /// <summary>Gets an encoding that throws <see cref="DecoderFallbackException"/> for invalid bytes.</summary>
    public static Encoding GetStrict(int codePage) => Get(codePage, DecoderFallback.ExceptionFallback);

    private static Encoding Get(int codePage, DecoderFallback fallback) =>
        CodePagesEncodingProvider.Instance.GetEncoding(codePage, EncoderFallback.ReplacementFallback, fallback)
        ?? Encoding.GetEncoding(codePage, EncoderFallback.ReplacementFallback, fallback);
}
