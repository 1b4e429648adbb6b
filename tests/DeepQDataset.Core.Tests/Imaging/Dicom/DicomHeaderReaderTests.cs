using DeepQDataset.Imaging;
using DeepQDataset.Imaging.Dicom;
using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Core.Tests.Imaging.Dicom;

/// <summary>What the reader takes from files as the standard wants them.</summary>
public sealed class DicomHeaderReaderTests
{
    private static readonly DicomElement[] Inner =
    [
        DicomElement.Text(0x00080018, "UI", "9.9.9"),
        DicomElement.Text(0x00080060, "CS", "XX"),
        DicomElement.UInt16(0x00280010, 999),
    ];

    [Fact]
    public void The_attributes_are_read()
    {
        DicomHeader header = DicomReading.Header(new DicomBuilder
        {
            Rows = 20,
            Columns = 30,
            BitsAllocated = 8,
            SamplesPerPixel = 3,
            Frames = 2,
            Modality = "US",
            PatientId = "P 7",
            SopInstanceUid = "1.2.3",
            StudyInstanceUid = "1.2.4",
            SeriesInstanceUid = "1.2.5",
            SopClassUid = "1.2.6",
            InstanceNumber = -4,
        });

        Assert.True(header.HasPreamble);
        Assert.Equal(DicomSyntax.ExplicitLittleEndian, header.TransferSyntaxUid);
        Assert.Equal("1.2.6", header.MediaStorageSopClassUid);
        Assert.Equal("1.2.3", header.MediaStorageSopInstanceUid);
        Assert.Equal("1.2.6", header.SopClassUid);
        Assert.Equal("1.2.3", header.SopInstanceUid);
        Assert.Equal("1.2.4", header.StudyInstanceUid);
        Assert.Equal("1.2.5", header.SeriesInstanceUid);
        Assert.Equal(-4, header.InstanceNumber);
        Assert.Equal("US", header.Modality);
        Assert.Equal("P 7", header.PatientId);
        Assert.Equal(20, header.Rows);
        Assert.Equal(30, header.Columns);
        Assert.Equal(8, header.BitsAllocated);
        Assert.Equal(8, header.BitsStored);
        Assert.Equal(3, header.SamplesPerPixel);
        Assert.Equal("RGB", header.PhotometricInterpretation);
        Assert.Equal(2, header.NumberOfFrames);
        Assert.True(header.HasPixelData);
        Assert.False(header.IsEncapsulated);
        Assert.False(header.IsDicomDirectory);
        Assert.Equal(20 * 30 * 3 * 2, header.PixelDataLength);
    }

    [Theory]
    [InlineData(DicomSyntax.ImplicitLittleEndian)]
    [InlineData(DicomSyntax.ExplicitLittleEndian)]
    [InlineData(DicomSyntax.ExplicitBigEndian)]
    [InlineData(DicomSyntax.DeflatedLittleEndian)]
    [InlineData("1.2.840.113619.5.99")]
    public void Every_encoding_is_read(string transferSyntax)
    {
        DicomHeader header = DicomReading.Header(
            new DicomBuilder
            {
                TransferSyntax = transferSyntax,
                Rows = 300,
                Columns = 17,
                InstanceNumber = 12,
            });
        Assert.Equal(transferSyntax, header.TransferSyntaxUid);
        Assert.Equal(300, header.Rows);
        Assert.Equal(17, header.Columns);
        Assert.Equal(12, header.InstanceNumber);
        Assert.Equal(300 * 17 * 2, header.PixelDataLength);
    }

    [Theory]
    [InlineData(DicomSyntax.JpegBaseline)]
    [InlineData(DicomSyntax.RunLength)]
    [InlineData(DicomSyntax.Mpeg4)]
    public void Encapsulated_pixel_data_have_no_length(string transferSyntax)
    {
        DicomHeader header = DicomReading.Header(new DicomBuilder { TransferSyntax = transferSyntax });
        Assert.True(header.IsEncapsulated);
        Assert.True(header.HasPixelData);
        Assert.Null(header.PixelDataLength);
    }

    [Theory]
    [InlineData(DicomSyntax.ImplicitLittleEndian)]
    [InlineData(DicomSyntax.ExplicitLittleEndian)]
    [InlineData(DicomSyntax.ExplicitBigEndian)]
    public void Only_the_top_level_counts(string transferSyntax)
    {
        DicomElement[] nested =
        [
            .. Inner,
            DicomElement.UndefinedSequence(0x00081140, "SQ", Inner, Inner),
            DicomElement.Sequence(0x00081250, Inner),
        ];
        DicomHeader header = DicomReading.Header(new DicomBuilder
        {
            TransferSyntax = transferSyntax,
            SopInstanceUid = null,
            MediaStorageSopInstanceUid = "1.2.3",
            Elements =
            [
                DicomElement.UndefinedSequence(0x00080006, "SQ", nested, [], nested),
                DicomElement.Sequence(0x00080051, nested),
                DicomElement.UndefinedSequence(0x00080082, "SQ"),
                DicomElement.Text(0x00090010, "LO", "ACME"),
                DicomElement.UndefinedSequence(0x00091001, "UN", nested),
                DicomElement.Raw(0x00091002, "UN", [1, 2, 3, 4, 5, 6]),
            ],
        });

        Assert.Null(header.SopInstanceUid);
        Assert.Equal("CT", header.Modality);
        Assert.Equal(16, header.Rows);
    }

    [Fact]
    public void Pixel_data_of_an_icon_are_not_the_images()
    {
        DicomElement[] icon = [.. Inner, DicomElement.Raw(0x7FE00010, "OB", new byte[64])];
        DicomHeader header = DicomReading.Header(
            new DicomBuilder { HasPixelData = false, Elements = [DicomElement.UndefinedSequence(0x00880200, "SQ", icon)] });
        Assert.False(header.HasPixelData);
        Assert.Null(header.Rows);
    }

    [Fact]
    public void An_icons_fragments_are_passed_over()
    {
        byte[] fragments =
        [
            0xFE,
            0xFF,
            0x00,
            0xE0,
            0,
            0,
            0,
            0,
            0xFE,
            0xFF,
            0x00,
            0xE0,
            2,
            0,
            0,
            0,
            9,
            9,
            0xFE,
            0xFF,
            0xDD,
            0xE0,
            0,
            0,
            0,
            0,
        ];
        DicomElement[] icon = [DicomElement.Raw(0x7FE00010, "OB", fragments, DicomElement.UndefinedLength)];
        DicomHeader header = DicomReading.Header(new DicomBuilder { Elements = [DicomElement.UndefinedSequence(0x00880200, "SQ", icon)] });
        Assert.Equal(16 * 16 * 2, header.PixelDataLength);
    }

    [Fact]
    public void Deep_nesting_is_walked_without_recursion()
    {
        List<byte> sequences = [];
        for (int i = 0; i < 20_000; i++)
        {
            sequences.AddRange([
                0x08,
                0x00,
                0x40,
                0x11,
                (byte)'S',
                (byte)'Q',
                0,
                0,
                0xFF,
                0xFF,
                0xFF,
                0xFF,
                0xFE,
                0xFF,
                0x00,
                0xE0,
                0xFF,
                0xFF,
                0xFF,
                0xFF,
            ]);
        }

        for (int i = 0; i < 20_000; i++)
        {
            sequences.AddRange([0xFE, 0xFF, 0x0D, 0xE0, 0, 0, 0, 0, 0xFE, 0xFF, 0xDD, 0xE0, 0, 0, 0, 0]);
        }

        byte[] bytes = sequences.ToArray();
        DicomElement outer = DicomElement.Raw(0x00081140, "SQ", [.. bytes.AsSpan(12)], DicomElement.UndefinedLength);
        Assert.Equal(16, DicomReading.Header(new DicomBuilder { Elements = [outer] }).Rows);
    }

    [Fact]
    public void A_long_value_is_passed_over()
    {
        DicomHeader header = DicomReading.Header(
            new DicomBuilder
            {
                Elements =
                [
                    DicomElement.Raw(0x00091001, "OB", new byte[300_000]),
                    DicomElement.Text(0x00104000, "LT", new string('x', 30_000)),
                ],
            });
        Assert.Equal(16, header.Columns);
        Assert.Equal("P0001", header.PatientId);
    }

    [Fact]
    public void A_directory_is_one()
    {
        DicomHeader header = DicomReading.Header(new DicomBuilder { IsDicomDirectory = true });
        Assert.True(header.IsDicomDirectory);
        Assert.False(header.HasPixelData);
    }

    [Fact]
    public void A_directory_is_known_by_its_records_too() =>
        Assert.True(
            DicomReading
                .Header(
                    new DicomBuilder
                    {
                        IsDicomDirectory = true,
                        HasPreamble = false,
                        MediaStorageSopClassUid = null,
                    })
                .IsDicomDirectory);

    [Fact]
    public void A_value_that_is_no_number_is_none()
    {
        DicomHeader header = DicomReading.Header(new DicomBuilder
        {
            Elements = [DicomElement.Text(0x00200013, "IS", "1A"), DicomElement.Text(0x00280008, "IS", "99999999999")],
        });
        Assert.Null(header.InstanceNumber);
        Assert.Null(header.NumberOfFrames);
    }

    [Fact]
    public void An_empty_value_is_not_a_missing_one()
    {
        DicomHeader header = DicomReading.Header(new DicomBuilder { StudyInstanceUid = "", SeriesInstanceUid = null });
        Assert.Equal("", header.StudyInstanceUid);
        Assert.Null(header.SeriesInstanceUid);
    }

    [Fact]
    public void Values_that_repeat_are_one_string()
    {
        DicomHeaderReader dicom = new();
        using ForwardReader reader = new();
        DicomHeader[] headers = new DicomHeader[2];
        for (int i = 0; i < headers.Length; i++)
        {
            byte[] file = new DicomBuilder { Seed = i }.Build();
            using MemoryStream stream = new(file);
            reader.Reset(stream, file.Length, cancellation: TestContext.Current.CancellationToken);
            headers[i] = dicom.Read(reader).Header!;
        }

        Assert.Same(headers[0].SeriesInstanceUid, headers[1].SeriesInstanceUid);
        Assert.Same(headers[0].Modality, headers[1].Modality);
        Assert.Same(headers[0].SopInstanceUid, headers[0].MediaStorageSopInstanceUid);
        Assert.NotEqual(headers[0].SopInstanceUid, headers[1].SopInstanceUid);
    }
}
