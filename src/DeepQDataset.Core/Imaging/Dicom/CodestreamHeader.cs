using System.Buffers.Binary;
using DeepQDataset.Imaging.Jpeg;

namespace DeepQDataset.Imaging.Dicom;

/// <summary>Represents the size in the first bytes of a compressed frame.</summary>
/// <param name="Kind">The kind of compression.</param>
/// <param name="Width">The width in pixels; 0 if the bytes end before it, or do not give it.</param>
/// <param name="Height">The height in pixels; 0 likewise.</param>
internal readonly record struct CodestreamHeader(CodestreamKind Kind, int Width, int Height)
{
    private const byte JpegLsFrame = 0xF7;
    private const byte StartOfScan = 0xDA;
    private const uint CodestreamBox = 0x6A703263; // jp2c

    private static ReadOnlySpan<byte> Jpeg2000Start => [0xFF, 0x4F, 0xFF, 0x51];

    private static ReadOnlySpan<byte> Jpeg2000Boxes => [0, 0, 0, 12, (byte)'j', (byte)'P', (byte)' ', (byte)' '];

    /// <summary>Returns the kind of compression of a transfer syntax; <see cref="CodestreamKind.Unknown"/> for all others.</summary>
    /// <param name="transferSyntaxUid">The UID (PS3.6 table A-1).</param>
    public static CodestreamKind KindOf(string? transferSyntaxUid)
    {
        const string Root = "1.2.840.10008.1.2.4.";
        bool isNumber = transferSyntaxUid is not null && transferSyntaxUid.StartsWith(Root, StringComparison.Ordinal);
        return !isNumber ? CodestreamKind.Unknown : transferSyntaxUid![Root.Length..] switch
        {
            "80" or "81" => CodestreamKind.JpegLs,
            "90" or "91" or "92" or "93" or "201" or "202" or "203" => CodestreamKind.Jpeg2000,
            ['5' or '6', >= '0' and <= '9'] or "70" => CodestreamKind.Jpeg,
            _ => CodestreamKind.Unknown,
        };
    }

    /// <summary>Reads a header.</summary>
    /// <param name="bytes">The first bytes of the frame.</param>
    public static CodestreamHeader Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(JpegProbe.Signature))
        {
            return ReadJpeg(bytes);
        }

        ReadOnlySpan<byte> codestream = bytes.StartsWith(Jpeg2000Boxes) ? FindCodestream(bytes) : bytes;
        return codestream.StartsWith(Jpeg2000Start) || (codestream.IsEmpty && !bytes.IsEmpty) ? ReadJpeg2000(codestream) : default;
    }

    /// <summary>Follows the markers to the frame header (ITU-T T.81 annex B.2, T.87 annex C).</summary>
    private static CodestreamHeader ReadJpeg(ReadOnlySpan<byte> bytes)
    {
        int at = 2;
        while (at + 2 <= bytes.Length)
        {
            byte marker = bytes[at + 1];
            if (bytes[at] != 0xFF || marker is StartOfScan or 0 or (>= 0xD0 and <= 0xD9))
            {
                return default;
            }

            if (marker == 0xFF)
            {
                at++; // a fill byte
                continue;
            }

            bool isFrame = marker == JpegLsFrame || JpegHeader.IsFrame(marker);
            if (isFrame && at + 9 <= bytes.Length)
            {
                CodestreamKind kind = marker == JpegLsFrame ? CodestreamKind.JpegLs : CodestreamKind.Jpeg;
                int height = BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 5)..]);
                return new CodestreamHeader(kind, BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 7)..]), height);
            }

            if (at + 4 > bytes.Length)
            {
                break;
            }

            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
        }

        return new CodestreamHeader(CodestreamKind.Jpeg, 0, 0);
    }

    /// <summary>Reads the SIZ marker segment (ITU-T T.800 annex A.5.1): the image area is the reference grid less its offset.</summary>
    private static CodestreamHeader ReadJpeg2000(ReadOnlySpan<byte> codestream)
    {
        const int Length = 24;
        if (codestream.Length < Length)
        {
            return new CodestreamHeader(CodestreamKind.Jpeg2000, 0, 0);
        }

        long width = (long)BinaryPrimitives.ReadUInt32BigEndian(codestream[8..]) - BinaryPrimitives.ReadUInt32BigEndian(codestream[16..]);
        long height = (long)BinaryPrimitives.ReadUInt32BigEndian(codestream[12..]) - BinaryPrimitives.ReadUInt32BigEndian(codestream[20..]);
        return new CodestreamHeader(
            CodestreamKind.Jpeg2000, (int)Math.Clamp(width, 0, int.MaxValue), (int)Math.Clamp(height, 0, int.MaxValue));
    }

    /// <summary>Follows the boxes of a JP2 file (ITU-T T.800 annex I.4), which some writers put around the codestream.</summary>
    /// <returns>The codestream; empty if the bytes end before it.</returns>
    private static ReadOnlySpan<byte> FindCodestream(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length >= 8)
        {
            uint length = BinaryPrimitives.ReadUInt32BigEndian(bytes);
            if (BinaryPrimitives.ReadUInt32BigEndian(bytes[4..]) == CodestreamBox)
            {
                return bytes[(length == 1 && bytes.Length >= 16 ? 16 : 8)..];
            }

            if (length < 8 || length > bytes.Length)
            {
                return [];
            }

            bytes = bytes[(int)length..];
        }

        return [];
    }
}
