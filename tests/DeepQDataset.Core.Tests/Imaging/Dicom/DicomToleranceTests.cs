using DeepQDataset.Imaging;
using DeepQDataset.Imaging.Dicom;
using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Core.Tests.Imaging.Dicom;

/// <summary>Tests that files that violate the standard are read.</summary>
public sealed class DicomToleranceTests
{
    [Theory]
    [InlineData("OB")]
    [InlineData("OD")]
    [InlineData("OF")]
    [InlineData("OL")]
    [InlineData("OV")]
    [InlineData("OW")]
    [InlineData("SV")]
    [InlineData("UC")]
    [InlineData("UN")]
    [InlineData("UR")]
    [InlineData("UT")]
    [InlineData("UV")]
    public void Representations_with_a_long_length_are_read_with_a_short_one_too(string vr)
    {
        DicomElement asItShouldBe = DicomElement.Raw(0x00091001, vr, new byte[70_000]);
        Assert.Equal(16, DicomReading.Header(new DicomBuilder { Elements = [asItShouldBe] }).Rows);

        // A writer that does not know the representation writes its length in 16 bits, so that the value starts where the length should be.
        byte[] value = [.. Enumerable.Repeat((byte)0x41, 20)];
        byte[] file = new DicomBuilder { Elements = [DicomElement.Raw(0x00091001, "LO", value)] }.Build();
        int at = file.AsSpan().IndexOf((ReadOnlySpan<byte>)[0x09, 0x00, 0x01, 0x10]);
        (file[at + 4], file[at + 5]) = ((byte)vr[0], (byte)vr[1]);
        Assert.Equal(16, DicomReading.Read(file).Header?.Rows);
    }

    [Theory]
    [InlineData(DicomSyntax.ImplicitLittleEndian)]
    [InlineData(DicomSyntax.ExplicitLittleEndian)]
    [InlineData(DicomSyntax.ExplicitBigEndian)]
    public void Private_elements_are_passed_over(string transferSyntax)
    {
        DicomElement[] inner = [DicomElement.Text(0x00090010, "LO", "ACME"), DicomElement.Raw(0x00091001, "OB", [1, 2, 3])];
        DicomElement[] elements =
        [
            DicomElement.Text(0x00090010, "LO", "ACME"),
            DicomElement.Raw(0x00091001, "UN", [1, 2, 3, 4]),
            DicomElement.Sequence(0x00091002, "UN", inner),
            DicomElement.UndefinedSequence(0x00091003, "SQ", inner, inner),
            DicomElement.UInt16(0x00290010, 7),
        ];
        DicomHeader header = DicomReading.Header(new DicomBuilder { TransferSyntax = transferSyntax, Elements = elements });
        Assert.Equal(("CT", 16), (header.Modality, header.Rows));
    }

    [Fact]
    public void Empty_sequences_and_items_are_passed_over()
    {
        DicomElement[] elements =
        [
            DicomElement.Sequence(0x00081140),
            DicomElement.Sequence(0x00081150, []),
            DicomElement.UndefinedSequence(0x00081160, "SQ"),
            DicomElement.UndefinedSequence(0x00081170, "SQ", [], []),
        ];
        Assert.Equal(16, DicomReading.Header(new DicomBuilder { Elements = elements }).Rows);
    }

    [Fact]
    public void Little_is_kept_of_a_file_however_large_its_values()
    {
        DicomElement[] elements =
        [
            DicomElement.Text(0x00081030, "LO", new string('x', 60_000)),
            DicomElement.Raw(0x00091001, "OB", new byte[5_000_000]),
        ];
        byte[] file = new DicomBuilder
        {
            Elements = [.. elements, DicomElement.UndefinedSequence(0x00081140, "SQ", elements, elements)],
        }.Build();
        DicomHeaderReader dicom = new();
        using ForwardReader reader = new();
        using MemoryStream stream = new(file);
        for (int round = 0; round < 2; round++)
        {
            stream.Position = 0;
            reader.Reset(stream, file.Length, cancellation: TestContext.Current.CancellationToken);
            long before = GC.GetAllocatedBytesForCurrentThread();
            Assert.Equal(16, dicom.Read(reader).Header?.Rows);
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, round == 0 ? 1_000_000 : 8 * 1024);
        }
    }

    [Fact]
    public void A_file_meta_in_implicit_VR_is_read()
    {
        byte[] file = new DicomBuilder { HasFileMeta = false, WrittenAs = DicomSyntax.ExplicitLittleEndian }.Build();
        byte[] meta = [0x02, 0x00, 0x10, 0x00, 20, 0, 0, 0, .. "1.2.840.10008.1.2.1\0"u8];
        DicomReadResult result = DicomReading.Read([.. file[..132], .. meta, .. file[132..]]);
        Assert.Null(result.Problem);
        Assert.Equal(DicomSyntax.ExplicitLittleEndian, result.Header!.TransferSyntaxUid);
        Assert.Equal(16, result.Header.Rows);
    }

    [Theory]
    [InlineData("QQ")]
    [InlineData("??")]
    public void An_unknown_value_representation_is_passed_over(string vr)
    {
        Assert.Equal(16, DicomReading.Header(new DicomBuilder { Elements = [DicomElement.Raw(0x00091001, vr, [1, 2, 3, 4])] }).Rows);
        byte[] longForm = [0, 0, 0, 0, 1, 2, 3, 4];
        longForm[0] = 4;
        DicomElement withLongLength = DicomElement.Raw(0x00091001, vr, longForm, 0);
        Assert.Equal(16, DicomReading.Header(new DicomBuilder { Elements = [withLongLength] }).Rows);
    }

    [Fact]
    public void A_single_element_in_implicit_VR_is_passed_over()
    {
        // VR bytes 0x0006 0x0000 are the 32-bit length 6 of an element copied from an implicit data set.
        DicomElement copied = DicomElement.Raw(0x00091001, "\u0006\0", [1, 2, 3, 4, 5, 6], 0);
        Assert.Equal(16, DicomReading.Header(new DicomBuilder { Elements = [copied] }).Rows);
    }

    [Fact]
    public void A_missing_item_delimiter_ends_with_its_sequence()
    {
        byte[] items =
        [
            0xFE,
            0xFF,
            0x00,
            0xE0,
            0xFF,
            0xFF,
            0xFF,
            0xFF,
            0x08,
            0x00,
            0x00,
            0x01,
            (byte)'S',
            (byte)'H',
            2,
            0,
            65,
            66,
            0xFE,
            0xFF,
            0xDD,
            0xE0,
            0,
            0,
            0,
            0,
        ];
        DicomElement sequence = DicomElement.Raw(0x00081140, "SQ", items, DicomElement.UndefinedLength);
        Assert.Equal(16, DicomReading.Header(new DicomBuilder { Elements = [sequence] }).Rows);
    }

    [Theory]
    [InlineData("\0")]
    [InlineData("   ")]
    public void Padding_around_values_is_taken_away(string padding)
    {
        DicomHeader header = DicomReading.Header(new DicomBuilder { StudyInstanceUid = "1.2.3" + padding, Modality = " MR" + padding });
        Assert.Equal("1.2.3", header.StudyInstanceUid);
        Assert.Equal("MR", header.Modality);
    }

    [Fact]
    public void Zeros_behind_a_data_set_without_pixel_data_are_padding()
    {
        byte[] file = new DicomBuilder { HasPixelData = false }.Build();
        DicomReadResult result = DicomReading.Read([.. file, .. new byte[500]]);
        Assert.Null(result.Problem);
        Assert.False(result.Header!.HasPixelData);
    }

    [Fact]
    public void Elements_may_follow_the_pixel_data()
    {
        DicomElement padding = DicomElement.Raw(0xFFFCFFFC, "OB", new byte[100]);
        Assert.Equal(512, DicomReading.Header(new DicomBuilder { Elements = [padding] }).PixelDataLength);
        Assert.True(
            DicomReading.Header(new DicomBuilder { TransferSyntax = DicomSyntax.JpegBaseline, Elements = [padding] }).IsEncapsulated);
    }
}
