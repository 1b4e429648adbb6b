using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace DeepQDataset.Imaging.Png;

/// <summary>
/// Provides the types of PNG chunks as numbers: four letters, the first one most significant (PNG, third edition, section 5.4).
/// </summary>
internal static class PngChunkType
{
    /// <summary>The header.</summary>
    public const uint Ihdr = 0x49484452;

    /// <summary>The palette.</summary>
    public const uint Plte = 0x504C5445;

    /// <summary>Image data.</summary>
    public const uint Idat = 0x49444154;

    /// <summary>The end.</summary>
    public const uint Iend = 0x49454E44;

    /// <summary>EXIF.</summary>
    public const uint Exif = 0x65584966;

    /// <summary>Text in Latin-1.</summary>
    public const uint Text = 0x74455874;

    /// <summary>Text in Latin-1, deflated.</summary>
    public const uint CompressedText = 0x7A545874;

    /// <summary>Text in UTF-8.</summary>
    public const uint InternationalText = 0x69545874;

    /// <summary>The control chunk of an animated image.</summary>
    public const uint AnimationControl = 0x6163544C;

    /// <summary>Determines whether a type consists of letters.</summary>
    public static bool IsName(uint type)
    {
        for (int shift = 24; shift >= 0; shift -= 8)
        {
            if (!char.IsAsciiLetter((char)((type >> shift) & 0xFF)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Determines whether a decoder that does not know the chunk must stop: its first letter is a capital.</summary>
    public static bool IsCritical(uint type) => (type & 0x20000000) == 0;

    /// <summary>Returns the type as text.</summary>
    public static string NameOf(uint type)
    {
        if (!IsName(type))
        {
            return string.Create(CultureInfo.InvariantCulture, $"0x{type:X8}");
        }

        Span<byte> name = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(name, type);
        return Encoding.ASCII.GetString(name);
    }
}
