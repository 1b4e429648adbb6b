using System.Globalization;

namespace DeepQDataset.Imaging.Dicom;

/// <summary>
/// Provides the tags that the reader needs (PS3.6, PS3.7 annex E), with the group in the upper and the element in the lower 16 bits.
/// </summary>
internal static class DicomTag
{
    public const uint FileMetaGroupLength = 0x00020000;
    public const uint MediaStorageSopClassUid = 0x00020002;
    public const uint MediaStorageSopInstanceUid = 0x00020003;
    public const uint TransferSyntaxUid = 0x00020010;
    public const uint DirectoryRecordSequence = 0x00041220;
    public const uint SpecificCharacterSet = 0x00080005;
    public const uint ImageType = 0x00080008;
    public const uint SopClassUid = 0x00080016;
    public const uint SopInstanceUid = 0x00080018;
    public const uint AccessionNumber = 0x00080050;
    public const uint Modality = 0x00080060;
    public const uint PatientName = 0x00100010;
    public const uint PatientId = 0x00100020;
    public const uint PatientBirthDate = 0x00100030;
    public const uint PatientIdentityRemoved = 0x00120062;
    public const uint ViewPosition = 0x00185101;
    public const uint StudyInstanceUid = 0x0020000D;
    public const uint SeriesInstanceUid = 0x0020000E;
    public const uint InstanceNumber = 0x00200013;
    public const uint SamplesPerPixel = 0x00280002;
    public const uint PhotometricInterpretation = 0x00280004;
    public const uint NumberOfFrames = 0x00280008;
    public const uint Rows = 0x00280010;
    public const uint Columns = 0x00280011;
    public const uint BitsAllocated = 0x00280100;
    public const uint BitsStored = 0x00280101;
    public const uint BurnedInAnnotation = 0x00280301;
    public const uint WindowCenter = 0x00281050;
    public const uint WindowWidth = 0x00281051;
    public const uint ExtendedOffsetTable = 0x7FE00001;
    public const uint FloatPixelData = 0x7FE00008;
    public const uint DoubleFloatPixelData = 0x7FE00009;
    public const uint PixelData = 0x7FE00010;
    public const uint Item = 0xFFFEE000;
    public const uint ItemDelimitation = 0xFFFEE00D;
    public const uint SequenceDelimitation = 0xFFFEE0DD;

    /// <summary>The group of items and delimiters (PS3.5 section 7.5).</summary>
    public const uint DelimiterGroup = 0xFFFE;

    /// <summary>Returns the group of a tag.</summary>
    public static uint Group(uint tag) => tag >> 16;

    /// <summary>Determines whether a tag is private, that is, of an odd group (PS3.5 section 7.8).</summary>
    public static bool IsPrivate(uint tag) => (tag & 0x10000) != 0;

    /// <summary>Determines whether a private tag reserves a block of tags instead of holding data (PS3.5 section 7.8.1).</summary>
    public static bool IsPrivateCreator(uint tag) => (tag & 0xFFFF) is >= 0x10 and <= 0xFF;

    /// <summary>Determines whether the tag is one of the three kinds of pixel data (PS3.3 section C.7.6.24, C.7.6.25).</summary>
    public static bool IsPixelData(uint tag) => tag is PixelData or FloatPixelData or DoubleFloatPixelData;

    /// <summary>Formats a tag, such as <c>(0028,0010)</c>.</summary>
    public static string Format(uint tag) => string.Create(CultureInfo.InvariantCulture, $"({tag >> 16:X4},{tag & 0xFFFF:X4})");
}
