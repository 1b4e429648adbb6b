namespace DeepQDataset.Sources.Zip;

/// <summary>Provides compression methods by number (APPNOTE 4.4.5).</summary>
internal static class ZipMethod
{
    /// <summary>Not compressed.</summary>
    public const ushort Stored = 0;

    /// <summary>Deflate.</summary>
    public const ushort Deflate = 8;

    /// <summary>Deflate64, with matches of up to 64 KiB.</summary>
    public const ushort Deflate64 = 9;

    /// <summary>bzip2.</summary>
    public const ushort BZip2 = 12;

    /// <summary>Replaces the actual method if the data is AES-encrypted.</summary>
    public const ushort Aes = 99;

    /// <summary>Returns a method's name for messages.</summary>
    public static string Name(ushort method) => method switch
    {
        Stored => "stored",
        1 => "Shrink",
        >= 2 and <= 5 => "Reduce",
        6 => "Implode",
        Deflate => "Deflate",
        Deflate64 => "Deflate64",
        10 => "PKWARE DCL Implode",
        BZip2 => "bzip2",
        14 => "LZMA",
        16 => "IBM CMPSC",
        18 => "IBM TERSE",
        19 => "IBM LZ77",
        20 or 93 => "Zstandard",
        94 => "MP3",
        95 => "XZ",
        96 => "JPEG variant",
        97 => "WavPack",
        98 => "PPMd",
        Aes => "AES",
        _ => "unknown",
    };
}
