using System.Globalization;
using System.IO.Compression;

namespace DeepQDataset.TestKit;

/// <content>Writes the parts of the file.</content>
public sealed partial class DicomBuilder
{
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
