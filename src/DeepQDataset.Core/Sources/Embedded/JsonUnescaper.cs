using System.Globalization;

namespace DeepQDataset.Sources.Embedded;

/// <summary>
/// Removes JSON escapes from a base64 text in pieces: <c>\/</c> and <c>\u002B</c> become their characters, and escaped line breaks are
/// removed.
/// </summary>
internal sealed class JsonUnescaper
{
    private const int LongestEscape = 6;

    private readonly byte[] _escape = new byte[LongestEscape];
    private int _length;

    /// <summary>Unescapes the next piece in place.</summary>
    /// <param name="text">The piece.</param>
    /// <returns>The number of bytes left. An escape may start in one piece and end in the next.</returns>
    /// <exception cref="InvalidDataException">An escape represents a character that is not base64.</exception>
    public int Unescape(Span<byte> text)
    {
        int kept = 0;
        foreach (byte value in text)
        {
            if (_length == 0 && value != '\\')
            {
                text[kept] = value;
                kept += value == ' ' ? 0 : 1;
                continue;
            }

            _escape[_length++] = value;
            if (_length == 2 && value != 'u')
            {
                _length = 0;
                if (value is not ((byte)'n' or (byte)'r' or (byte)'t'))
                {
                    text[kept++] = value == '/' ? value : throw NotBase64();
                }
            }
            else if (_length == LongestEscape)
            {
                _length = 0;
                bool isCode = ushort.TryParse(
                    _escape.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort code);
                text[kept++] = isCode && code < 0x80 ? (byte)code : throw NotBase64();
            }
        }

        return kept;
    }

    private static InvalidDataException NotBase64() => new("'imageData' is not base64 text, as it must be.");
}
