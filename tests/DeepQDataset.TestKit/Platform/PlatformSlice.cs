using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace DeepQDataset.TestKit.Platform;

/// <summary>The identity of a DICOM slice: two files that agree in all of it are one to the platform's reader.</summary>
/// <param name="Study">Study Instance UID.</param>
/// <param name="Series">Series Instance UID; with the SOP Instance UID behind it where there is no instance number.</param>
/// <param name="View">View Position.</param>
/// <param name="Rows">Height in pixels.</param>
/// <param name="Columns">Width in pixels.</param>
/// <param name="Number">Instance Number, 0 if there is none.</param>
internal sealed record PlatformSlice(string Study, string Series, string View, int Rows, int Columns, int Number)
{
    private const uint PixelData = 0x7FE00010;
    private const uint Unlimited = 0xFFFFFFFF;

    /// <summary>Value representations with a length of four bytes (PS3.5, 7.1.2).</summary>
    private static readonly HashSet<string> LongTypes =
        new(["OB", "OD", "OF", "OL", "OV", "OW", "SQ", "SV", "UC", "UN", "UR", "UT", "UV"], StringComparer.Ordinal);

    /// <summary>Reads a file's header.</summary>
    /// <returns>The identity; null if the file is not a DICOM image.</returns>
    /// <exception cref="PlatformFailureException">The instance number is present and empty, or is not a whole number.</exception>
    public static PlatformSlice? Read(byte[] file)
    {
        int start = file.Length > 132 && file.AsSpan(128, 4).SequenceEqual("DICM"u8) ? 132 : 0;
        (Dictionary<uint, byte[]> meta, int at) = Elements(file, start, isImplicit: false, isBig: false, upTo: 0x0002FFFF);
        string syntax = Text(meta, 0x00020010) ?? "1.2.840.10008.1.2";
        byte[] body = file[at..];
        if (syntax == "1.2.840.10008.1.2.1.99")
        {
            using DeflateStream inflater = new(new MemoryStream(body), CompressionMode.Decompress);
            using MemoryStream plain = new();
            inflater.CopyTo(plain);
            body = plain.ToArray();
        }

        bool isBig = syntax == "1.2.840.10008.1.2.2";
        (Dictionary<uint, byte[]> elements, _) = Elements(body, 0, syntax == "1.2.840.10008.1.2", isBig, PixelData - 1);
        int rows = Number16(elements, 0x00280010, isBig);
        int columns = Number16(elements, 0x00280011, isBig);
        if (rows == 0 || columns == 0)
        {
            return null;
        }

        string series = Text(elements, 0x0020000E) ?? "";
        int number = 0;
        if (Text(elements, 0x00200013) is not { } text)
        {
            series += $"--{Text(elements, 0x00080018)}";
        }
        else if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number))
        {
            throw new PlatformFailureException("an InstanceNumber is present and empty");
        }

        return new PlatformSlice(Text(elements, 0x0020000D) ?? "", series, Text(elements, 0x00185101) ?? "", rows, columns, number);
    }

    /// <summary>Returns the elements outside sequences, up to a tag, and where the next one begins.</summary>
    private static (Dictionary<uint, byte[]> Elements, int At) Elements(byte[] data, int start, bool isImplicit, bool isBig, uint upTo)
    {
        Dictionary<uint, byte[]> elements = [];
        int at = start;
        int depth = 0;
        while (at + 8 <= data.Length)
        {
            uint tag = ((uint)UInt16(data, at, isBig) << 16) | UInt16(data, at + 2, isBig);
            if (depth == 0 && tag > upTo)
            {
                break;
            }

            bool isItem = tag >> 16 == 0xFFFE;
            bool hasType = !isImplicit && !isItem;
            bool isLong = hasType && LongTypes.Contains(Encoding.ASCII.GetString(data, at + 4, 2));
            bool isShort = hasType && !isLong;
            at += isLong ? 12 : 8;
            if (at > data.Length)
            {
                break;
            }

            uint length = isShort ? UInt16(data, at - 2, isBig) : UInt32(data, at - 4, isBig);
            if (tag is 0xFFFEE00D or 0xFFFEE0DD)
            {
                depth--;
            }
            else if (length == Unlimited)
            {
                depth++;
            }
            else
            {
                int take = (int)Math.Min(length, (uint)(data.Length - at));
                if (depth == 0)
                {
                    elements[tag] = data[at..(at + take)];
                }

                at += take;
            }
        }

        return (elements, at);
    }

    private static string? Text(Dictionary<uint, byte[]> elements, uint tag) =>
        elements.TryGetValue(tag, out byte[]? value) ? Encoding.Latin1.GetString(value).Trim(' ', '\0') : null;

    private static int Number16(Dictionary<uint, byte[]> elements, uint tag, bool isBig) =>
        elements.TryGetValue(tag, out byte[]? value) && value.Length >= 2 ? UInt16(value, 0, isBig) : 0;

    private static ushort UInt16(byte[] data, int at, bool isBig) =>
        isBig ? BinaryPrimitives.ReadUInt16BigEndian(data.AsSpan(at)) : BinaryPrimitives.ReadUInt16LittleEndian(data.AsSpan(at));

    private static uint UInt32(byte[] data, int at, bool isBig) =>
        isBig ? BinaryPrimitives.ReadUInt32BigEndian(data.AsSpan(at)) : BinaryPrimitives.ReadUInt32LittleEndian(data.AsSpan(at));
}
