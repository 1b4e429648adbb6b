using DeepQDataset.Imaging;
using DeepQDataset.Imaging.Dicom;
using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Core.Tests.Imaging.Dicom;

/// <summary>Files whose preamble, file meta information, command or encoding is not as the standard requires are read.</summary>
public sealed class DicomFileMetaToleranceTests
{
    [Theory]
    [InlineData(DicomSyntax.ImplicitLittleEndian)]
    [InlineData(DicomSyntax.ExplicitLittleEndian)]
    [InlineData(DicomSyntax.ExplicitBigEndian)]
    public void Without_preamble_and_file_meta_the_encoding_is_recognised(string transferSyntax)
    {
        DicomHeader header = DicomReading.Header(
            new DicomBuilder
            {
                HasPreamble = false,
                HasFileMeta = false,
                TransferSyntax = transferSyntax,
            });
        Assert.False(header.HasPreamble);
        Assert.Equal(transferSyntax, header.TransferSyntaxUid);
        Assert.Equal(16, header.Rows);
        Assert.Null(header.MediaStorageSopInstanceUid);
    }

    [Fact]
    public void Without_preamble_the_file_meta_comes_first()
    {
        DicomHeader header = DicomReading.Header(new DicomBuilder { HasPreamble = false, TransferSyntax = DicomSyntax.JpegBaseline });
        Assert.False(header.HasPreamble);
        Assert.Equal(DicomSyntax.JpegBaseline, header.TransferSyntaxUid);
    }

    [Fact]
    public void Without_file_meta_behind_the_preamble_the_data_set_follows()
    {
        DicomHeader header = DicomReading.Header(new DicomBuilder { HasFileMeta = false, WrittenAs = DicomSyntax.ImplicitLittleEndian });
        Assert.True(header.HasPreamble);
        Assert.Equal(DicomSyntax.ImplicitLittleEndian, header.TransferSyntaxUid);
        Assert.Equal(16, header.Rows);
    }

    [Fact]
    public void A_file_meta_without_transfer_syntax_leaves_it_open()
    {
        DicomHeader header = DicomReading.Header(new DicomBuilder { TransferSyntax = null, WrittenAs = DicomSyntax.ExplicitLittleEndian });
        Assert.Null(header.TransferSyntaxUid);
        Assert.Equal(16, header.Rows);
    }

    [Theory]
    [InlineData(DicomSyntax.ImplicitLittleEndian, DicomSyntax.ExplicitLittleEndian)]
    [InlineData(DicomSyntax.ExplicitLittleEndian, DicomSyntax.ImplicitLittleEndian)]
    [InlineData(DicomSyntax.ExplicitLittleEndian, DicomSyntax.ExplicitBigEndian)]
    [InlineData(DicomSyntax.ExplicitBigEndian, DicomSyntax.ExplicitLittleEndian)]
    [InlineData(DicomSyntax.JpegBaseline, DicomSyntax.ImplicitLittleEndian)]
    public void A_data_set_in_another_encoding_than_announced_is_read(string announced, string written)
    {
        DicomHeader header = DicomReading.Header(
            new DicomBuilder
            {
                TransferSyntax = announced,
                WrittenAs = written,
                Rows = 258,
                Columns = 33,
            });
        Assert.Equal(announced, header.TransferSyntaxUid);
        Assert.Equal(258, header.Rows);
        Assert.Equal(33, header.Columns);
    }

    [Theory]
    [InlineData(0u)]
    [InlineData(6u)]
    [InlineData(1_000_000u)]
    [InlineData(0xFFFFFFFFu)]
    public void Group_lengths_are_not_believed(uint length)
    {
        DicomHeader header = DicomReading.Header(
            new DicomBuilder
            {
                FileMetaGroupLength = length,
                Elements = [DicomElement.UInt32(0x00080000, length), DicomElement.UInt32(0x00280000, length)],
            });
        Assert.Equal(16, header.Rows);
        Assert.Equal("CT", header.Modality);
    }

    [Fact]
    public void What_a_network_command_left_is_passed_over()
    {
        DicomElement[] command =
        [
            DicomElement.UInt32(0x00000000, 56),
            DicomElement.Text(0x00000002, "UI", "1.2.840.10008.1.1"),
            DicomElement.UInt16(0x00000100, 1),
        ];
        Assert.Equal(16, DicomReading.Header(new DicomBuilder { Elements = command }).Rows);
        Assert.Equal(
            16, DicomReading.Header(new DicomBuilder { TransferSyntax = DicomSyntax.ImplicitLittleEndian, Elements = command }).Rows);
    }

    [Theory]
    [InlineData(DicomSyntax.ExplicitLittleEndian)]
    [InlineData(DicomSyntax.ImplicitLittleEndian)]
    [InlineData(DicomSyntax.ExplicitBigEndian)]
    [InlineData(DicomSyntax.DeflatedLittleEndian)]
    public void A_command_in_its_own_encoding_before_or_behind_the_file_meta_is_passed_over(string transferSyntax)
    {
        byte[] command = new DicomBuilder
        {
            HasPreamble = false,
            HasFileMeta = false,
            HasPixelData = false,
            WrittenAs = DicomSyntax.ImplicitLittleEndian,
            Elements =
            [
                DicomElement.UInt32(0x00000000, 56),
                DicomElement.Text(0x00000002, "UI", "1.2.840.10008.1.1"),
                DicomElement.UInt16(0x00000100, 1),
            ],
        }.Build()[..48];
        byte[] file = new DicomBuilder { TransferSyntax = transferSyntax }.Build();
        int meta = 132 + 12 + BitConverter.ToInt32(file, 140);

        // Deflated data can look like anything, so that nothing is passed over in front of them.
        foreach (int place in new[] { 132, meta })
        {
            DicomReadResult result = DicomReading.Read([.. file[..place], .. command, .. file[place..]]);
            bool isBehindDeflated =
                place == meta && string.Equals(transferSyntax, DicomSyntax.DeflatedLittleEndian, StringComparison.Ordinal);
            Assert.Equal(isBehindDeflated ? null : 16, result.Header?.Rows);
            Assert.Equal(transferSyntax, result.Header?.TransferSyntaxUid);
        }
    }

    [Theory]
    [InlineData(DicomSyntax.ExplicitLittleEndian)]
    [InlineData(DicomSyntax.ImplicitLittleEndian)]
    public void A_command_in_front_of_a_bare_data_set_is_passed_over(string transferSyntax)
    {
        byte[] command = [0, 0, 0, 0, 4, 0, 0, 0, 10, 0, 0, 0, 0, 0, 0, 1, 2, 0, 0, 0, 1, 0];
        byte[] file = new DicomBuilder { HasPreamble = false, HasFileMeta = false, TransferSyntax = transferSyntax }.Build();
        DicomReadResult result = DicomReading.Read([.. command, .. file]);
        Assert.Equal(16, result.Header?.Rows);
        Assert.Equal(transferSyntax, result.Header?.TransferSyntaxUid);
    }

}
