using DeepQDataset.Imaging.Jpeg;
using DeepQDataset.Imaging.Png;

namespace DeepQDataset.Imaging.Probing;

/// <summary>Recognizes the format of a file by its first bytes: supported formats, and others by name.</summary>
internal static class FormatSniffer
{
    /// <summary>The number of first bytes needed; a file may have fewer.</summary>
    public const int Length = 512;

    /// <summary>The position of DICOM's <c>DICM</c>, after the preamble (PS3.10 section 7.1).</summary>
    private const int DicomPrefixOffset = 128;

    private const int FileTypeLength = 12;

    private static readonly FormatSignature[] Signatures =
    [
        new("GIF", "GIF87a"u8), new("GIF", "GIF89a"u8),
        new("TIFF", "II*\0"u8), new("TIFF", "MM\0*"u8), new("TIFF", "II+\0"u8), new("TIFF", "MM\0+"u8),
        new("JPEG XR", [0x49, 0x49, 0xBC]),
        new("WebP", "WEBP"u8, 8),
        new("JPEG 2000", [0, 0, 0, 12, .. "jP  \r\n"u8, 0x87, 0x0A]),
        new("JPEG 2000", [0xFF, 0x4F, 0xFF, 0x51]),
        new("JPEG XL", [0, 0, 0, 12, .. "JXL \r\n"u8, 0x87, 0x0A]),
        new("JPEG XL", [0xFF, 0x0A]),
        new("MNG", [0x8A, .. "MNG"u8]),
        new("JNG", [0x8B, .. "JNG"u8]),
        new("NIfTI", "n+1\0"u8, 344),
        new("NIfTI", "ni1\0"u8, 344),
        new("NIfTI", "n+2\0"u8, 4),
        new("NIfTI", "ni2\0"u8, 4),
        new("NRRD", "NRRD0"u8),
        new("MetaImage", "ObjectType ="u8),
        new("FITS", "SIMPLE  ="u8),
        new("HDF5 or MINC", [0x89, .. "HDF\r\n"u8, 0x1A]),
        new("OpenEXR", [0x76, 0x2F, 0x31, 0x01]),
        new("QOI", "qoif"u8),
        new("GIMP", "gimp xcf"u8),
        new("Photoshop", "8BPS"u8),
        new("icon", [0, 0, 1, 0]),
        new("cursor", [0, 0, 2, 0]),
        new("PDF", "%PDF-"u8),
        new("PostScript", "%!PS"u8),
        new("NumPy array", [0x93, .. "NUMPY"u8]),
        new("ZIP", "PK\u0003\u0004"u8),
        new("ZIP", "PK\u0005\u0006"u8),
        new("RAR", "Rar!\u001A\u0007"u8),
        new("7z", [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]),
        new("gzip", [0x1F, 0x8B, 0x08]),
        new("bzip2", "BZh"u8),
        new("xz", [0xFD, .. "7zXZ"u8]),
        new("Zstandard", [0x28, 0xB5, 0x2F, 0xFD]),
        new("tar", "ustar"u8, 257),
        new("Matroska video", [0x1A, 0x45, 0xDF, 0xA3]), new("AVI video", "AVI "u8, 8),
        new("AppleDouble", [0, 5, 0x16, 7]), new("AppleSingle", [0, 5, 0x16, 0]),
        new("Office document", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]),
        new("Git LFS pointer", "version https://git-lfs"u8),
        new("SVG", "<svg"u8),
        new("HTML", "<!DOCTYPE html"u8),
        new("HTML", "<!doctype html"u8),
        new("HTML", "<html"u8),
        new("HTML", "<HTML"u8),
        new("XML", "<?xml"u8),
    ];

    /// <summary>Recognizes a format.</summary>
    /// <param name="first">The first <see cref="Length"/> bytes of the file, or the whole file if it is shorter.</param>
    /// <param name="foreign">
    /// The name of a recognized but unsupported format; null for supported formats and if nothing was recognized.
    /// </param>
    /// <returns>PNG, JPEG, or DICOM with its prefix; otherwise Unknown, including DICOM without prefix.</returns>
    public static DqImageFormat Recognise(ReadOnlySpan<byte> first, out string? foreign)
    {
        foreign = null;
        if (IsJpeg(first))
        {
            return DqImageFormat.Jpeg;
        }

        if (first.StartsWith(PngProbe.Signature))
        {
            return DqImageFormat.Png;
        }

        if (first.Length >= DicomPrefixOffset + 4 && first.Slice(DicomPrefixOffset, 4).SequenceEqual("DICM"u8))
        {
            return DqImageFormat.Dicom;
        }

        foreign = Foreign(first);
        if (foreign is not null)
        {
            return DqImageFormat.Unknown;
        }

        return IsDamagedPng(first) ? DqImageFormat.Png : IsDamagedJpeg(first) ? DqImageFormat.Jpeg : DqImageFormat.Unknown;
    }

    private static bool IsJpeg(ReadOnlySpan<byte> first) =>
        first.StartsWith(JpegProbe.Signature) || (first.Length == 2 && JpegProbe.Signature.StartsWith(first));

    /// <summary>
    /// Determines whether all bytes of the signature but one match, or only its start, as after a text-mode transfer or in a very short
    /// file.
    /// </summary>
    private static bool IsDamagedPng(ReadOnlySpan<byte> first)
    {
        ReadOnlySpan<byte> signature = PngProbe.Signature;
        int same = 0;
        for (int index = 0; index < Math.Min(signature.Length, first.Length); index++)
        {
            same += first[index] == signature[index] ? 1 : 0;
        }

        return first.StartsWith(signature[..4]) || same >= signature.Length - 1;
    }

    /// <summary>Determines whether there is a start of image without a marker after it.</summary>
    private static bool IsDamagedJpeg(ReadOnlySpan<byte> first) => first.StartsWith(JpegProbe.Signature[..2]);

    private static string? Foreign(ReadOnlySpan<byte> first)
    {
        foreach (FormatSignature signature in Signatures)
        {
            if (signature.Fits(first))
            {
                return signature.Name;
            }
        }

        return IsBitmap(first) ? "BMP" : IsPortableMap(first) ? "PNM" : FromFileType(first);
    }

    /// <summary>
    /// Determines whether the file is a bitmap. Two letters are not enough: the reserved field and the size of the second header must
    /// match, too.
    /// </summary>
    private static bool IsBitmap(ReadOnlySpan<byte> first) =>
        first.Length >= 18
        && first.StartsWith("BM"u8)
        && first[6..10].IndexOfAnyExcept((byte)0) < 0
        && first[14] is 12 or 40 or 52 or 56 or 64 or 108 or 124
        && first[15..18].IndexOfAnyExcept((byte)0) < 0;

    private static bool IsPortableMap(ReadOnlySpan<byte> first) =>
        first.Length >= 3
        && first[0] == 'P'
        && first[1] is >= (byte)'1' and <= (byte)'7'
        && first[2] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t';

    /// <summary>Returns the name of an ISO base media format by its major brand (ISO/IEC 14496-12 section 4.3).</summary>
    private static string? FromFileType(ReadOnlySpan<byte> first)
    {
        if (first.Length < FileTypeLength || !first[4..8].SequenceEqual("ftyp"u8))
        {
            return null;
        }

        ReadOnlySpan<byte> brand = first[8..FileTypeLength];
        return brand.StartsWith("avi"u8) ? "AVIF"
            : brand.StartsWith("he"u8) ? "HEIC"
            : brand.SequenceEqual("mif1"u8) || brand.SequenceEqual("msf1"u8) ? "HEIF"
            : "MP4 or QuickTime video";
    }
}
