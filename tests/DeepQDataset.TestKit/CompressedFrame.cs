using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace DeepQDataset.TestKit;

/// <summary>
/// Provides stand-ins for compressed frames of DICOM pixel data, with the header of a JPEG, JPEG-LS or JPEG 2000 image, a comment, and no
/// image data.
/// </summary>
public static class CompressedFrame
{
    /// <summary>A frame as a transfer syntax has it.</summary>
    /// <param name="transferSyntax">One that <see cref="DicomSyntax"/> names or its like; for others the frame is a text.</param>
    /// <param name="columns">Its width.</param>
    /// <param name="rows">Its height.</param>
    /// <param name="seed">What makes one frame another.</param>
    public static byte[] Of(string? transferSyntax, int columns = 16, int rows = 16, int seed = 0)
    {
        string number = transferSyntax?.Split('.')[^1] ?? "";
        bool isJpegFamily = transferSyntax?.StartsWith("1.2.840.10008.1.2.4.", StringComparison.Ordinal) == true;
        return isJpegFamily ? number switch
        {
            "80" or "81" => Jpeg(0xF7, columns, rows, seed),
            "57" or "70" => Jpeg(0xC3, columns, rows, seed),
            "51" => Jpeg(0xC1, columns, rows, seed),
            "50" => Jpeg(0xC0, columns, rows, seed),
            "90" or "91" or "201" or "202" or "203" => Jpeg2000(columns, rows, seed),
            _ => Text(seed),
        }
        : Text(seed);
    }

    /// <summary>Returns a JPEG or JPEG-LS header (ITU-T T.81 annex B, T.87 annex C).</summary>
    /// <param name="frameMarker">The second byte of its frame marker: 0xC0 for baseline, 0xF7 for JPEG-LS.</param>
    /// <param name="columns">Its width.</param>
    /// <param name="rows">Its height.</param>
    /// <param name="seed">What makes one frame another.</param>
    public static byte[] Jpeg(byte frameMarker, int columns, int rows, int seed = 0)
    {
        byte[] text = Text(seed);
        byte[] size = [(byte)(rows >> 8), (byte)rows, (byte)(columns >> 8), (byte)columns];
        return
        [
            0xFF,
            0xD8,
            0xFF,
            0xFE,
            0,
            (byte)(text.Length + 2),
            .. text,
            0xFF,
            frameMarker,
            0,
            11,
            8,
            .. size,
            1,
            1,
            0x11,
            0,
            0xFF,
            0xD9,
        ];
    }

    /// <summary>Returns a JPEG 2000 header (ITU-T T.800 annex A).</summary>
    /// <param name="columns">Its width.</param>
    /// <param name="rows">Its height.</param>
    /// <param name="seed">What makes one frame another.</param>
    /// <param name="offset">How far from the reference grid's corner the image starts, both ways.</param>
    public static byte[] Jpeg2000(int columns, int rows, int seed = 0, int offset = 0)
    {
        byte[] siz = new byte[43];
        BinaryPrimitives.WriteUInt32BigEndian(siz, 0xFF4FFF51);
        BinaryPrimitives.WriteUInt16BigEndian(siz.AsSpan(4), 41);
        BinaryPrimitives.WriteUInt32BigEndian(siz.AsSpan(8), (uint)(columns + offset));
        BinaryPrimitives.WriteUInt32BigEndian(siz.AsSpan(12), (uint)(rows + offset));
        BinaryPrimitives.WriteUInt32BigEndian(siz.AsSpan(16), (uint)offset);
        BinaryPrimitives.WriteUInt32BigEndian(siz.AsSpan(20), (uint)offset);
        BinaryPrimitives.WriteUInt32BigEndian(siz.AsSpan(24), (uint)columns);
        BinaryPrimitives.WriteUInt32BigEndian(siz.AsSpan(28), (uint)rows);
        siz[39] = 1;
        siz.AsSpan(40).Fill(1);
        siz[40] = 7;
        return [.. siz, .. Text(seed), 0xFF, 0xD9];
    }

    /// <summary>
    /// Returns a JPEG 2000 codestream in the boxes of a JP2 file (ITU-T T.800 annex I), which should not be in DICOM and sometimes is.
    /// </summary>
    public static byte[] Boxed(byte[] codestream)
    {
        byte[] signature = [0, 0, 0, 12, .. "jP  "u8, 0x0D, 0x0A, 0x87, 0x0A];
        byte[] type = [0, 0, 0, 20, .. "ftypjp2 "u8, 0, 0, 0, 0, .. "jp2 "u8];
        return [.. signature, .. type, 0, 0, 0, 0, .. "jp2c"u8, .. codestream];
    }

    private static byte[] Text(int seed) => Encoding.Latin1.GetBytes(string.Create(CultureInfo.InvariantCulture, $"frame {seed:D10}"));
}
