namespace DeepQDataset.Imaging.Dicom.JpegLs;

/// <summary>Provides the second bytes of the supported markers (ITU-T T.87 section C.1.1, T.81 section B.1.1.3).</summary>
internal static class JpegLsMarker
{
    /// <summary>RST0, the first of eight.</summary>
    public const byte Restart = 0xD0;

    /// <summary>SOI.</summary>
    public const byte StartOfImage = 0xD8;

    /// <summary>EOI.</summary>
    public const byte EndOfImage = 0xD9;

    /// <summary>SOS.</summary>
    public const byte StartOfScan = 0xDA;

    /// <summary>DNL: the number of lines, after them.</summary>
    public const byte NumberOfLines = 0xDC;

    /// <summary>DRI.</summary>
    public const byte RestartInterval = 0xDD;

    /// <summary>APP8, which may contain a colour transformation.</summary>
    public const byte Application8 = 0xE8;

    /// <summary>SOF55: the frame of JPEG-LS.</summary>
    public const byte StartOfFrame = 0xF7;

    /// <summary>LSE: parameters of JPEG-LS.</summary>
    public const byte Parameters = 0xF8;

    /// <summary>Determines whether a marker starts the frame of another kind of JPEG.</summary>
    public static bool IsOtherFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    /// <summary>Determines whether a marker has no segment.</summary>
    public static bool StandsAlone(byte marker) => marker is 0x01 or (>= Restart and <= StartOfImage);
}
