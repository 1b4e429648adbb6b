using System.Globalization;
using System.IO.Compression;

namespace DeepQDataset.TestKit;

/// <summary>
/// A DICOM file in memory. As it is, it is a small valid CT image; properties make it another, an odd or a broken one. Two builders
/// of different <see cref="Seed"/> give two images of one series. Null for a property leaves its attribute out.
/// </summary>
public sealed class DicomBuilder
{
    private const string FromSeed = "\0";
    private const string UidRoot = "1.2.826.0.1.3680043.8.498";
    private const string MediaDirectory = "1.2.840.10008.1.3.10";
    private const uint PixelDataTag = 0x7FE00010;

    /// <summary>What the pixels, the SOP instance UID and the instance number depend on; 0 or more.</summary>
    public int Seed { get; init; }

    /// <summary>Rows (0028,0010).</summary>
    public int? Rows { get; init; } = 16;

    /// <summary>Columns (0028,0011).</summary>
    public int? Columns { get; init; } = 16;

    /// <summary>Bits Allocated (0028,0100): 1, 8, 16 or 32.</summary>
    public int? BitsAllocated { get; init; } = 16;

    /// <summary>Bits Stored (0028,0101); as many as allocated, but 12 of 16.</summary>
    public int? BitsStored { get => field == -1 ? (BitsAllocated == 16 ? 12 : BitsAllocated) : field; init; } = -1;

    /// <summary>Samples per Pixel (0028,0002).</summary>
    public int? SamplesPerPixel { get; init; } = 1;

    /// <summary>Number of Frames (0028,0008); null leaves it out.</summary>
    public int? Frames { get; init; }

    /// <summary>Photometric Interpretation (0028,0004).</summary>
    public string? Photometric { get => Default(field, SamplesPerPixel == 3 ? "RGB" : "MONOCHROME2"); init; } = FromSeed;

    /// <summary>Modality (0008,0060).</summary>
    public string? Modality { get; init; } = "CT";

    /// <summary>Patient ID (0010,0020).</summary>
    public string? PatientId { get; init; } = "P0001";

    /// <summary>Patient's Name (0010,0010).</summary>
    public string? PatientName { get; init; } = "Doe^Test";

    /// <summary>Patient Identity Removed (0012,0062): YES says that ID and name are pseudonyms.</summary>
    public string? PatientIdentityRemoved { get; init; } = "YES";

    /// <summary>SOP Class UID (0008,0016), CT Image Storage.</summary>
    public string? SopClassUid { get; init; } = "1.2.840.10008.5.1.4.1.1.2";

    /// <summary>SOP Instance UID (0008,0018), a different one for each <see cref="Seed"/>.</summary>
    public string? SopInstanceUid
    {
        get => Default(field, string.Create(CultureInfo.InvariantCulture, $"{UidRoot}.3.{Seed + 1}"));
        init;
    } = FromSeed;

    /// <summary>Study Instance UID (0020,000D).</summary>
    public string? StudyInstanceUid { get; init; } = UidRoot + ".1.1";

    /// <summary>Series Instance UID (0020,000E).</summary>
    public string? SeriesInstanceUid { get; init; } = UidRoot + ".2.1";

    /// <summary>Instance Number (0020,0013), a different one for each <see cref="Seed"/>.</summary>
    public int? InstanceNumber { get => field == int.MinValue ? Seed + 1 : field; init; } = int.MinValue;

    /// <summary>
    /// Transfer Syntax UID (0002,0010), one of <see cref="DicomSyntax"/> or any other; it also says how the file is written.
    /// </summary>
    public string? TransferSyntax { get; init; } = DicomSyntax.ExplicitLittleEndian;

    /// <summary>Writes the data set as this transfer syntax, whatever <see cref="TransferSyntax"/> says; null for what it says.</summary>
    public string? WrittenAs { get; init; }

    /// <summary>Media Storage SOP Class UID (0002,0002); the data set's.</summary>
    public string? MediaStorageSopClassUid { get => Default(field, IsDicomDirectory ? MediaDirectory : SopClassUid); init; } = FromSeed;

    /// <summary>Media Storage SOP Instance UID (0002,0003); the data set's.</summary>
    public string? MediaStorageSopInstanceUid { get => Default(field, SopInstanceUid); init; } = FromSeed;

    /// <summary>Whether to write the 128 bytes and <c>DICM</c>.</summary>
    public bool HasPreamble { get; init; } = true;

    /// <summary>Whether to write the file meta information, group 0002.</summary>
    public bool HasFileMeta { get; init; } = true;

    /// <summary>A lying File Meta Information Group Length (0002,0000); null for the true one.</summary>
    public uint? FileMetaGroupLength { get; init; }

    /// <summary>A DICOMDIR: a media storage directory with one patient record and no pixel data.</summary>
    public bool IsDicomDirectory { get; init; }

    /// <summary>Whether there are pixel data.</summary>
    public bool HasPixelData { get; init; } = true;

    /// <summary>The pixels' bytes in little endian; null makes as many as the attributes say, from the <see cref="Seed"/>.</summary>
    public byte[]? Pixels { get; init; }

    /// <summary>So many bytes of native pixel data are left out; the element's length says so.</summary>
    public int PixelBytesMissing { get; init; }

    /// <summary>
    /// The fragments of encapsulated pixel data; null makes a stand-in for each frame. Give some to encapsulate under a transfer syntax
    /// that does not.
    /// </summary>
    public IReadOnlyList<byte[]>? Fragments { get; init; }

    /// <summary>The basic offset table before the fragments.</summary>
    public byte[] OffsetTable { get; init; } = [];

    /// <summary>Whether the sequence delimiter ends encapsulated pixel data.</summary>
    public bool HasSequenceDelimiter { get; init; } = true;

    /// <summary>More elements, put where their tags belong; one of a tag that is there takes its place.</summary>
    public IReadOnlyList<DicomElement> Elements { get; init; } = [];

    /// <summary>So many bytes are cut from the file's end.</summary>
    public int BytesCut { get; init; }

    /// <summary>The file.</summary>
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

    private static byte[] Deflate(byte[] bytes)
    {
        using MemoryStream target = new();
        using (DeflateStream deflate = new(target, CompressionLevel.Optimal, leaveOpen: true))
        {
            deflate.Write(bytes);
        }

        if (target.Length % 2 != 0)
        {
            target.WriteByte(0);
        }

        return target.ToArray();
    }

    private static void Add(SortedDictionary<uint, DicomElement> elements, uint tag, string vr, string? value)
    {
        if (value is not null)
        {
            elements[tag] = DicomElement.Text(tag, vr, value);
        }
    }

    private static void Add(SortedDictionary<uint, DicomElement> elements, uint tag, int? value)
    {
        if (value is int number)
        {
            elements[tag] = DicomElement.UInt16(tag, (ushort)number);
        }
    }

    private byte[] FileMeta()
    {
        SortedDictionary<uint, DicomElement> elements = new() { [0x00020001] = DicomElement.Raw(0x00020001, "OB", [0, 1]) };
        Add(elements, 0x00020002, "UI", MediaStorageSopClassUid);
        Add(elements, 0x00020003, "UI", MediaStorageSopInstanceUid);
        Add(elements, 0x00020010, "UI", TransferSyntax);
        Add(elements, 0x00020012, "UI", UidRoot + ".9");
        DicomElementWriter body = new(isExplicit: true, isBigEndian: false);
        body.Write(elements.Values.Concat(Elements.Where(element => element.Tag >> 16 == 2)));
        byte[] bytes = body.ToArray();
        DicomElementWriter meta = new(isExplicit: true, isBigEndian: false);
        meta.Write(DicomElement.UInt32(0x00020000, FileMetaGroupLength ?? (uint)bytes.Length));
        return [.. meta.ToArray(), .. bytes];
    }

    private byte[] DataSet(string syntax)
    {
        bool isBigEndian = string.Equals(syntax, DicomSyntax.ExplicitBigEndian, StringComparison.Ordinal);
        bool isImplicit = string.Equals(syntax, DicomSyntax.ImplicitLittleEndian, StringComparison.Ordinal);
        DicomElementWriter writer = new(!isImplicit, isBigEndian);
        SortedDictionary<uint, DicomElement> elements = IsDicomDirectory ? DirectoryElements() : ImageElements();
        foreach (DicomElement element in Elements.Where(element => element.Tag >> 16 != 2))
        {
            elements[element.Tag] = element;
        }

        writer.Write(elements.Values.TakeWhile(element => element.Tag < PixelDataTag));
        if (HasPixelData && !IsDicomDirectory && !elements.ContainsKey(PixelDataTag))
        {
            WritePixelData(writer, syntax, isBigEndian);
        }

        writer.Write(elements.Values.SkipWhile(element => element.Tag < PixelDataTag));
        return writer.ToArray();
    }

    private SortedDictionary<uint, DicomElement> DirectoryElements()
    {
        SortedDictionary<uint, DicomElement> elements = [];
        Add(elements, 0x00041130, "CS", "DATASET");
        elements[0x00041200] = DicomElement.UInt32(0x00041200, 0);
        elements[0x00041202] = DicomElement.UInt32(0x00041202, 0);
        elements[0x00041212] = DicomElement.UInt16(0x00041212, 0);
        elements[0x00041220] = DicomElement.Sequence(
            0x00041220,
            [
                DicomElement.UInt32(0x00041400, 0),
                DicomElement.UInt16(0x00041410, 0xFFFF),
                DicomElement.UInt32(0x00041420, 0),
                DicomElement.Text(0x00041430, "CS", "PATIENT"),
                DicomElement.Text(0x00100010, "PN", "Doe^Test"),
                DicomElement.Text(0x00100020, "LO", PatientId ?? ""),
            ]);
        return elements;
    }

    private SortedDictionary<uint, DicomElement> ImageElements()
    {
        SortedDictionary<uint, DicomElement> elements = [];
        Add(elements, 0x00080008, "CS", @"ORIGINAL\PRIMARY\AXIAL");
        Add(elements, 0x00080016, "UI", SopClassUid);
        Add(elements, 0x00080018, "UI", SopInstanceUid);
        Add(elements, 0x00080020, "DA", "20260102");
        Add(elements, 0x00080030, "TM", "101112");
        Add(elements, 0x00080050, "SH", "");
        Add(elements, 0x00080060, "CS", Modality);
        Add(elements, 0x00100010, "PN", PatientName);
        Add(elements, 0x00100020, "LO", PatientId);
        Add(elements, 0x00120062, "CS", PatientIdentityRemoved);
        Add(elements, 0x0020000D, "UI", StudyInstanceUid);
        Add(elements, 0x0020000E, "UI", SeriesInstanceUid);
        Add(elements, 0x00200011, "IS", "1");
        Add(elements, 0x00200013, "IS", InstanceNumber?.ToString(CultureInfo.InvariantCulture));
        Add(elements, 0x00280008, "IS", Frames?.ToString(CultureInfo.InvariantCulture));
        if (HasPixelData)
        {
            Add(elements, 0x00280002, SamplesPerPixel);
            Add(elements, 0x00280004, "CS", Photometric);
            Add(elements, 0x00280006, SamplesPerPixel > 1 ? 0 : null);
            Add(elements, 0x00280010, Rows);
            Add(elements, 0x00280011, Columns);
            Add(elements, 0x00280100, BitsAllocated);
            Add(elements, 0x00280101, BitsStored);
            Add(elements, 0x00280102, BitsStored - 1);
            Add(elements, 0x00280103, 0);
        }

        return elements;
    }

    private void WritePixelData(DicomElementWriter writer, string syntax, bool isBigEndian)
    {
        if (Fragments is not null || DicomSyntax.IsEncapsulated(syntax))
        {
            writer.WritePixelData(OffsetTable, Fragments ?? StandIns(), HasSequenceDelimiter);
            return;
        }

        byte[] pixels = Pixels ?? SeededPixels();
        bool isWords = BitsAllocated == 16;
        if (isBigEndian && isWords)
        {
            pixels = (byte[])pixels.Clone();
            for (int i = 0; i + 1 < pixels.Length; i += 2)
            {
                (pixels[i], pixels[i + 1]) = (pixels[i + 1], pixels[i]);
            }
        }

        byte[] written = pixels[..Math.Max(0, pixels.Length - PixelBytesMissing)];
        writer.Write(DicomElement.Raw(PixelDataTag, isWords ? "OW" : "OB", written.Length % 2 == 0 ? written : [.. written, 0]));
    }

    /// <summary>One fragment for each frame, even in length.</summary>
    private IEnumerable<byte[]> StandIns()
    {
        for (int frame = 0; frame < Math.Max(1, Frames ?? 1); frame++)
        {
            byte[] bytes = CompressedFrame.Of(TransferSyntax, Columns ?? 16, Rows ?? 16, (Seed * 1000) + frame);
            yield return bytes.Length % 2 == 0 ? bytes : [.. bytes, 0];
        }
    }

    private byte[] SeededPixels()
    {
        long pixels = (long)(Rows ?? 16) * (Columns ?? 16) * Math.Max(1, Frames ?? 1);
        bool isSubsampled = string.Equals(Photometric, "YBR_FULL_422", StringComparison.Ordinal);
        long samples = pixels * (isSubsampled ? 2 : SamplesPerPixel ?? 1);
        byte[] bytes = new byte[((samples * (BitsAllocated ?? 16)) + 7) / 8];
        int stored = BitsStored ?? 8;
        for (int i = 0; i < bytes.Length; i++)
        {
            bool isHighByte = BitsAllocated == 16 && i % 2 == 1;
            int value = unchecked((i * 7) + (i / 31) + (Seed * 13) + (Seed >> 8));
            bytes[i] = (byte)(isHighByte ? value & ((1 << Math.Max(0, Math.Min(8, stored - 8))) - 1) : value);
        }

        return bytes;
    }
}
