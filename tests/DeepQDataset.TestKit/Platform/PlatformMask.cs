namespace DeepQDataset.TestKit.Platform;

/// <summary>Masks as the platform's reader unpacks them: base64 of a zlib stream, read as leniently as Python reads it.</summary>
internal static class PlatformMask
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    /// <summary>The packed bits; null if the text or the stream is damaged.</summary>
    public static byte[]? Unpack(string text) => Decode(text) is { } stream ? PlatformZlib.Unpack(stream) : null;

    /// <summary>Base64 in which foreign characters count for nothing and whatever follows the padding is not read.</summary>
    private static byte[]? Decode(string text)
    {
        List<byte> bytes = [];
        int place = 0;
        int padding = 0;
        int rest = 0;
        foreach (char character in text)
        {
            if (character == '=')
            {
                if (place >= 2 && place + ++padding >= 4)
                {
                    return [.. bytes];
                }

                continue;
            }

            int value = Alphabet.IndexOf(character, StringComparison.Ordinal);
            if (value < 0)
            {
                continue;
            }

            padding = 0;
            rest = (rest << 6) | value;
            if (place > 0)
            {
                bytes.Add((byte)(rest >> ((3 - place) * 2)));
            }

            rest &= 0xFF;
            place = (place + 1) % 4;
        }

        return place == 0 ? [.. bytes] : null;
    }
}
