using System.Buffers.Binary;
using Microsoft.Win32.SafeHandles;

namespace DeepQDataset.Sources.Zip;

/// <summary>Recognizes the actual format of a file that should be a zip by its first bytes.</summary>
internal static class FileSignature
{
    private const int TarHeaderSize = 512;

    private static readonly (byte[] Signature, string Name)[] Known =
    [
        ("Rar!\x1A\x07"u8.ToArray(), "a RAR archive"),
        ([(byte)'7', (byte)'z', 0xBC, 0xAF, 0x27, 0x1C], "a 7z archive"),
        ([0x1F, 0x8B], "a gzip file"),
        ("BZh"u8.ToArray(), "a bzip2 file"),
        ([0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z', 0x00], "an xz file"),
        ([0x28, 0xB5, 0x2F, 0xFD], "a Zstandard file"),
        ([0x04, 0x22, 0x4D, 0x18], "an LZ4 file"),
        ([0x1F, 0x9D], "a compress (.Z) file"),
        ("MSCF"u8.ToArray(), "a cabinet (CAB) archive"),
        ([0x60, 0xEA], "an ARJ archive"),
        ("PK\x07\x08"u8.ToArray(), "the first volume of a split zip"),
        ("MZ"u8.ToArray(), "a Windows program"),
        ("%PDF-"u8.ToArray(), "a PDF document"),
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], "a PNG image"),
        ([0xFF, 0xD8, 0xFF], "a JPEG image"),
        ("<!DOCTYPE html"u8.ToArray(), "an HTML page"),
        ("<html"u8.ToArray(), "an HTML page"),
    ];

    /// <summary>Returns the name of the format with its article; null if it is unknown, or is a zip.</summary>
    public static string? Recognise(SafeFileHandle handle)
    {
        byte[] start = new byte[TarHeaderSize];
        int length = ZipEndFinder.ReadFully(handle, start, 0);
        ReadOnlySpan<byte> bytes = start.AsSpan(0, length);
        foreach ((byte[] signature, string name) in Known)
        {
            if (bytes.StartsWith(signature))
            {
                return name;
            }
        }

        if (length > 6 && bytes[2..].StartsWith("-lh"u8))
        {
            return "an LZH archive";
        }

        return length == TarHeaderSize && IsTarHeader(bytes) ? "a tar archive" : null;
    }

    /// <summary>
    /// Returns the number of bytes before the first record that are not part of the zip: none if the file starts with a record, or with the
    /// mark of split zips.
    /// </summary>
    /// <param name="handle">The file.</param>
    /// <param name="firstRecord">The position of the first record in the directory, or of the directory itself.</param>
    /// <param name="baseOffset">The number of bytes to add to the offsets in the zip.</param>
    public static long LeadingBytes(SafeFileHandle handle, long firstRecord, long baseOffset)
    {
        Span<byte> start = stackalloc byte[sizeof(uint)];
        if (ZipEndFinder.ReadFully(handle, start, 0) < sizeof(uint))
        {
            return firstRecord;
        }

        // A record at the start of the file that is not in the directory (a deleted entry) is part of the zip.
        return BinaryPrimitives.ReadUInt32LittleEndian(start) switch
        {
            ZipSignature.LocalHeader when baseOffset == 0 => 0,
            ZipSignature.SingleVolume or ZipSignature.DataDescriptor when firstRecord == sizeof(uint) => 0,
            _ => firstRecord,
        };
    }

    /// <summary>
    /// Determines whether a header is that of a tar file, which contains the sum of its bytes as octal digits, calculated with blanks in
    /// their place (POSIX ustar).
    /// </summary>
    private static bool IsTarHeader(ReadOnlySpan<byte> header)
    {
        const int ChecksumOffset = 148;
        const int ChecksumSize = 8;
        int sum = 0;
        for (int index = 0; index < header.Length; index++)
        {
            sum += index is >= ChecksumOffset and < ChecksumOffset + ChecksumSize ? ' ' : header[index];
        }

        int declared = 0;
        bool hasDigit = false;
        foreach (byte digit in header.Slice(ChecksumOffset, ChecksumSize))
        {
            if (digit is >= (byte)'0' and <= (byte)'7')
            {
                declared = (declared * 8) + digit - '0';
                hasDigit = true;
            }
            else if (hasDigit)
            {
                break;
            }
        }

        return hasDigit && declared == sum && header[0] != 0;
    }
}
