using System.Globalization;

namespace DeepQDataset.TestKit;

/// <summary>
/// Represents a DICOM file in memory. The default is a small valid CT image; properties make it another, an unusual or an invalid one. Two
/// builders with different <see cref="Seed"/> are two images of one series. Null for a property omits its attribute.
/// </summary>
public sealed partial class DicomBuilder
{
    private const string FromSeed = "\0";
    private const string UidRoot = "1.2.826.0.1.3680043.8.498";
    private const string MediaDirectory = "1.2.840.10008.1.3.10";
    private const uint PixelDataTag = 0x7FE00010;

    /// <summary>Gets the number that determines the pixels, the SOP instance UID and the instance number; 0 or more.</summary>
    public int Seed { get; init; }

    /// <summary>Gets Rows (0028,0010).</summary>
    public int? Rows { get; init; } = 16;

    /// <summary>Gets Columns (0028,0011).</summary>
    public int? Columns { get; init; } = 16;

    /// <summary>Gets Bits Allocated (0028,0100): 1, 8, 16 or 32.</summary>
    public int? BitsAllocated { get; init; } = 16;

    /// <summary>Gets Bits Stored (0028,0101); as many as allocated, but 12 of 16.</summary>
    public int? BitsStored { get => field == -1 ? (BitsAllocated == 16 ? 12 : BitsAllocated) : field; init; } = -1;

    /// <summary>Gets Samples per Pixel (0028,0002).</summary>
    public int? SamplesPerPixel { get; init; } = 1;

    /// <summary>Gets Number of Frames (0028,0008); null leaves it out.</summary>
    public int? Frames { get; init; }

    /// <summary>Gets Photometric Interpretation (0028,0004).</summary>
    public string? Photometric { get => Default(field, SamplesPerPixel == 3 ? "RGB" : "MONOCHROME2"); init; } = FromSeed;

    /// <summary>Gets Modality (0008,0060).</summary>
    public string? Modality { get; init; } = "CT";

    /// <summary>Gets Patient ID (0010,0020).</summary>
    public string? PatientId { get; init; } = "P0001";

    /// <summary>Gets Patient's Name (0010,0010).</summary>
    public string? PatientName { get; init; } = "Doe^Test";

    /// <summary>Gets Patient Identity Removed (0012,0062): YES says that ID and name are pseudonyms.</summary>
    public string? PatientIdentityRemoved { get; init; } = "YES";

    /// <summary>Gets SOP Class UID (0008,0016), CT Image Storage.</summary>
    public string? SopClassUid { get; init; } = "1.2.840.10008.5.1.4.1.1.2";

    /// <summary>Gets SOP Instance UID (0008,0018), a different one for each <see cref="Seed"/>.</summary>
    public string? SopInstanceUid
    {
        get => Default(field, string.Create(CultureInfo.InvariantCulture, $"{UidRoot}.3.{Seed + 1}"));
        init;
    } = FromSeed;

    /// <summary>Gets Study Instance UID (0020,000D).</summary>
    public string? StudyInstanceUid { get; init; } = UidRoot + ".1.1";

    /// <summary>Gets Series Instance UID (0020,000E).</summary>
    public string? SeriesInstanceUid { get; init; } = UidRoot + ".2.1";

    /// <summary>Gets Instance Number (0020,0013), a different one for each <see cref="Seed"/>.</summary>
    public int? InstanceNumber { get => field == int.MinValue ? Seed + 1 : field; init; } = int.MinValue;

    /// <summary>
    /// Gets Gets the Transfer Syntax UID (0002,0010), one of <see cref="DicomSyntax"/> or any other, which also determines how the file is
    /// written.
    /// </summary>
    public string? TransferSyntax { get; init; } = DicomSyntax.ExplicitLittleEndian;

    /// <summary>
    /// Gets the transfer syntax in which the data set is written, whatever <see cref="TransferSyntax"/> is; null for that one.
    /// </summary>
    public string? WrittenAs { get; init; }

    /// <summary>Gets Media Storage SOP Class UID (0002,0002); the data set's.</summary>
    public string? MediaStorageSopClassUid { get => Default(field, IsDicomDirectory ? MediaDirectory : SopClassUid); init; } = FromSeed;

    /// <summary>Gets Media Storage SOP Instance UID (0002,0003); the data set's.</summary>
    public string? MediaStorageSopInstanceUid { get => Default(field, SopInstanceUid); init; } = FromSeed;

    /// <summary>Gets a value that indicates whether to write the 128 bytes and <c>DICM</c>.</summary>
    public bool HasPreamble { get; init; } = true;

    /// <summary>Gets a value that indicates whether to write the file meta information, group 0002.</summary>
    public bool HasFileMeta { get; init; } = true;

    /// <summary>Gets Gets a wrong File Meta Information Group Length (0002,0000); null for the right one.</summary>
    public uint? FileMetaGroupLength { get; init; }

    /// <summary>Gets a DICOMDIR: a media storage directory with one patient record and no pixel data.</summary>
    public bool IsDicomDirectory { get; init; }

    /// <summary>Gets a value that indicates whether there are pixel data.</summary>
    public bool HasPixelData { get; init; } = true;

    /// <summary>Gets the pixels' bytes in little endian; null makes as many as the attributes say, from the <see cref="Seed"/>.</summary>
    public byte[]? Pixels { get; init; }

    /// <summary>Gets the number of bytes of native pixel data to omit; the element's length includes them.</summary>
    public int PixelBytesMissing { get; init; }

    /// <summary>
    /// Gets the fragments of encapsulated pixel data; null makes a stand-in for each frame. Give some to encapsulate under a transfer
    /// syntax that does not.
    /// </summary>
    public IReadOnlyList<byte[]>? Fragments { get; init; }

    /// <summary>Gets the basic offset table before the fragments.</summary>
    public byte[] OffsetTable { get; init; } = [];

    /// <summary>Gets a value that indicates whether the sequence delimiter ends encapsulated pixel data.</summary>
    public bool HasSequenceDelimiter { get; init; } = true;

    /// <summary>Gets additional elements, sorted by tag; they replace elements with the same tag.</summary>
    public IReadOnlyList<DicomElement> Elements { get; init; } = [];

    /// <summary>Gets the number of bytes to cut from the end of the file.</summary>
    public int BytesCut { get; init; }

    /// <summary>Builds the file.</summary>
    public byte[] Build()
    {
        string syntax = WrittenAs ?? TransferSyntax ?? DicomSyntax.ImplicitLittleEndian;
        using MemoryStream file = new();
        if (HasPreamble)
        {
            file.Write(new byte[128]);
            file.Write("DICM"u8);
        }

        if (HasFileMeta)
        {
            file.Write(FileMeta());
        }

        byte[] dataSet = DataSet(syntax);
        file.Write(string.Equals(syntax, DicomSyntax.DeflatedLittleEndian, StringComparison.Ordinal) ? Deflate(dataSet) : dataSet);
        byte[] bytes = file.ToArray();
        return BytesCut == 0 ? bytes : bytes[..Math.Max(0, bytes.Length - BytesCut)];
    }

    private static string? Default(string? value, string? otherwise) => ReferenceEquals(value, FromSeed) ? otherwise : value;

}
