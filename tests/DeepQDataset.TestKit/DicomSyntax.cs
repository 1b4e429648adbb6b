namespace DeepQDataset.TestKit;

/// <summary>UIDs of transfer syntaxes that tests ask for (PS3.6 table A-1).</summary>
public static class DicomSyntax
{
    /// <summary>Implicit VR, little endian.</summary>
    public const string ImplicitLittleEndian = "1.2.840.10008.1.2";

    /// <summary>Explicit VR, little endian.</summary>
    public const string ExplicitLittleEndian = "1.2.840.10008.1.2.1";

    /// <summary>Explicit VR, little endian, deflated after the file meta.</summary>
    public const string DeflatedLittleEndian = "1.2.840.10008.1.2.1.99";

    /// <summary>Explicit VR, big endian (retired).</summary>
    public const string ExplicitBigEndian = "1.2.840.10008.1.2.2";

    /// <summary>JPEG baseline, encapsulated.</summary>
    public const string JpegBaseline = "1.2.840.10008.1.2.4.50";

    /// <summary>JPEG lossless, first-order prediction, encapsulated.</summary>
    public const string JpegLossless = "1.2.840.10008.1.2.4.70";

    /// <summary>JPEG-LS, lossless, encapsulated.</summary>
    public const string JpegLsLossless = "1.2.840.10008.1.2.4.80";

    /// <summary>JPEG-LS, near-lossless, encapsulated.</summary>
    public const string JpegLsNearLossless = "1.2.840.10008.1.2.4.81";

    /// <summary>JPEG 2000, lossless only, encapsulated.</summary>
    public const string Jpeg2000Lossless = "1.2.840.10008.1.2.4.90";

    /// <summary>MPEG-4 AVC/H.264 high profile, encapsulated.</summary>
    public const string Mpeg4 = "1.2.840.10008.1.2.4.102";

    /// <summary>Run-length encoding, encapsulated.</summary>
    public const string RunLength = "1.2.840.10008.1.2.5";

    /// <summary>
    /// Determines whether pixel data of a transfer syntax are written in fragments: JPEG and its kin, video, run-length encoding.
    /// </summary>
    internal static bool IsEncapsulated(string? uid) =>
        uid is not null
        && (uid.StartsWith("1.2.840.10008.1.2.4.", StringComparison.Ordinal) || string.Equals(uid, RunLength, StringComparison.Ordinal));
}
