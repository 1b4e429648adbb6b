using DeepQDataset.Settings;
using DeepQDataset.TestKit;
using DeepQDataset.Validation;
using Xunit;

namespace DeepQDataset.Core.Tests.Rules.Dicom;

/// <summary>DQ403 to DQ407 and DQ409 to DQ411: what a DICOM file says of itself.</summary>
public sealed class DicomRuleTests
{
    [Theory]
    [InlineData(DicomSyntax.ImplicitLittleEndian)]
    [InlineData(DicomSyntax.ExplicitLittleEndian)]
    [InlineData(DicomSyntax.JpegBaseline)]
    public void Usual_images_are_fine(string transferSyntax) => RuleAssert.Issues(
        new DatasetBuilder()
            .File("image/a.dcm", new DicomBuilder { Seed = 1, TransferSyntax = transferSyntax }.Build())
            .File("image/b.dcm", new DicomBuilder { Seed = 2, TransferSyntax = transferSyntax }.Build()));

    [Fact]
    public void DQ403_a_file_without_pixel_data() =>
        RuleAssert.Issues(With(new DicomBuilder { HasPixelData = false }), "DQ403 image/a.dcm");

    [Fact]
    public void DQ403_says_what_the_file_is() => Assert.Contains(
        "a structured report",
        Message(new DicomBuilder { HasPixelData = false, SopClassUid = "1.2.840.10008.5.1.4.1.1.88.11" }),
        StringComparison.Ordinal);

    [Fact]
    public void DQ403_is_all_that_is_said_of_a_file_that_is_no_image() =>
        RuleAssert.Issues(
            With(
                new DicomBuilder
                {
                    HasPixelData = false,
                    HasPreamble = false,
                    StudyInstanceUid = null,
                    TransferSyntax = DicomSyntax.ExplicitBigEndian,
                }),
            "DQ403 image/a.dcm");

    [Fact]
    public void DQ403_speaks_of_whole_files_only()
    {
        RuleAssert.Issues(With(new DicomBuilder { BytesCut = 600 }), "DQ306 image/a.dcm");
        DicomElement tooLong = DicomElement.Raw(0x00091001, "OB", [1, 2], 0x7FFFFFF0);
        RuleAssert.Issues(With(new DicomBuilder { Elements = [tooLong] }), "DQ307 image/a.dcm");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void DQ404_no_preamble(bool hasFileMeta) =>
        RuleAssert.Issues(With(new DicomBuilder { HasPreamble = false, HasFileMeta = hasFileMeta }), "DQ404 image/a.dcm");

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("1.2.03")]
    [InlineData("4cd1bbf0-2f5a-11ef")]
    [InlineData("1.2345678901234567890123456789012345678901234567890123456789012.3")]
    public void DQ405_an_identifier_that_is_none(string? uid)
    {
        RuleAssert.Issues(With(new DicomBuilder { StudyInstanceUid = uid }), "DQ405 image/a.dcm");
        RuleAssert.Issues(With(new DicomBuilder { SeriesInstanceUid = uid }), "DQ405 image/a.dcm");
        RuleAssert.Issues(With(new DicomBuilder { SopInstanceUid = uid }), "DQ405 image/a.dcm");
    }

    [Fact]
    public void DQ405_is_one_issue_a_file() => Assert.Equal(
        "The Study Instance UID is missing, the Series Instance UID is empty, the SOP Instance UID '???' is not a valid UID.",
        Message(new DicomBuilder { StudyInstanceUid = null, SeriesInstanceUid = "", SopInstanceUid = "a\tb" }));

    [Theory]
    [InlineData("DQ405")]
    [InlineData("DQ411")]
    public void What_is_no_UID_is_not_shown_as_it_may_be_any_text(string rule)
    {
        string message = Message(new DicomBuilder { SopInstanceUid = "Meier 7", MediaStorageSopInstanceUid = "1.2" }, rule);
        Assert.Contains("'??????7'", message, StringComparison.Ordinal);
    }

    [Fact]
    public void DQ405_64_characters_and_zeros_are_a_UID() =>
        RuleAssert.Issues(
            With(
                new DicomBuilder
                {
                    StudyInstanceUid = "1.0.345678901234567890123456789012345678901234567890123456789012",
                    SeriesInstanceUid = "0.0",
                }));

    [Fact]
    public void DQ406_several_frames() =>
        RuleAssert.Issues(With(new DicomBuilder { Frames = 2 }), "DQ406 image/a.dcm");

    [Fact]
    public void DQ406_one_frame_is_fine() =>
        RuleAssert.Issues(With(new DicomBuilder { Frames = 1 }));

    [Theory]
    [InlineData(DicomSyntax.ExplicitBigEndian, "Explicit VR Big Endian")]
    [InlineData(DicomSyntax.DeflatedLittleEndian, "Deflated Explicit VR Little Endian")]
    [InlineData(DicomSyntax.Jpeg2000Lossless, "JPEG 2000 Image Compression (Lossless Only)")]
    [InlineData(DicomSyntax.RunLength, "RLE Lossless")]
    [InlineData(DicomSyntax.Mpeg4, "MPEG-4 AVC/H.264 High Profile / Level 4.1")]
    [InlineData("1.2.3.4", "'1.2.3.4'")]
    [InlineData("", "does not say")]
    public void DQ407_names_the_transfer_syntax(string transferSyntax, string said)
    {
        DicomBuilder file = new() { TransferSyntax = transferSyntax };
        RuleAssert.Issues(With(file), "DQ407 image/a.dcm");
        Assert.Contains(said, Message(file), StringComparison.Ordinal);
    }

    [Fact]
    public void DQ407_the_file_meta_names_none() =>
        RuleAssert.Issues(
            With(new DicomBuilder { TransferSyntax = null, WrittenAs = DicomSyntax.ExplicitLittleEndian }), "DQ407 image/a.dcm");

    [Fact]
    public void DQ409_a_directory() =>
        RuleAssert.Issues(With(new DicomBuilder { IsDicomDirectory = true }), "DQ409 image/a.dcm");

    [Theory]
    [InlineData(16, 1, null, "MONOCHROME2")]
    [InlineData(8, 3, null, "RGB")]
    [InlineData(8, 3, null, "YBR_FULL_422")]
    [InlineData(1, 1, null, "MONOCHROME2")]
    [InlineData(32, 1, null, "MONOCHROME2")]
    public void DQ410_a_pixel_short(int bits, int samples, int? frames, string photometric)
    {
        RuleAssert.Issues(With(File(0)));
        RuleAssert.Issues(With(File(2)), "DQ410 image/a.dcm");

        DicomBuilder File(int missing) => new()
        {
            Rows = 17,
            Columns = 16,
            BitsAllocated = bits,
            SamplesPerPixel = samples,
            Frames = frames,
            Photometric = photometric,
            PixelBytesMissing = missing,
        };
    }

    [Fact]
    public void DQ410_all_frames_count()
    {
        DicomBuilder file = new() { Frames = 3, PixelBytesMissing = 512 };
        RuleAssert.Issues(With(file), "DQ406 image/a.dcm", "DQ410 image/a.dcm");
    }

    [Fact]
    public void DQ410_says_how_many_bytes_there_should_be() => Assert.Equal(
        "The pixel data have 510 bytes, and 16×16 pixels of 1×16 bits need 512.",
        Message(new DicomBuilder { PixelBytesMissing = 2 }));

    [Fact]
    public void DQ410_more_than_enough_is_fine() =>
        RuleAssert.Issues(With(new DicomBuilder { Pixels = new byte[600] }));

    [Fact]
    public void DQ410_is_not_about_compressed_or_cut_pixel_data()
    {
        RuleAssert.Issues(With(new DicomBuilder { TransferSyntax = DicomSyntax.JpegBaseline, Rows = 4000, Columns = 4000 }));
        RuleAssert.Issues(With(new DicomBuilder { BytesCut = 100 }), "DQ307 image/a.dcm");
    }

    [Fact]
    public void DQ410_no_sizes_overflow() =>
        RuleAssert.Issues(
            With(
                new DicomBuilder
                {
                    Rows = 65535,
                    Columns = 65535,
                    SamplesPerPixel = 65535,
                    BitsAllocated = 65535,
                    Frames = int.MaxValue,
                    Pixels = new byte[2],
                }),
            "DQ304 image/a.dcm",
            "DQ406 image/a.dcm",
            "DQ410 image/a.dcm");

    [Fact]
    public void DQ411_the_file_meta_is_of_another_image()
    {
        RuleAssert.Issues(With(new DicomBuilder { MediaStorageSopInstanceUid = "1.2.3" }), "DQ411 image/a.dcm");
        RuleAssert.Issues(With(new DicomBuilder { MediaStorageSopClassUid = "1.2.3" }), "DQ411 image/a.dcm");
    }

    [Fact]
    public void DQ411_what_is_not_there_does_not_differ() =>
        RuleAssert.Issues(With(new DicomBuilder { MediaStorageSopInstanceUid = null, MediaStorageSopClassUid = "" }));

    [Fact]
    public void Nothing_is_read_at_level_Structure() =>
        RuleAssert.Issues(With(new DicomBuilder { HasPixelData = false }), new ValidationOptions { Level = DqLevel.Structure });

    private static DatasetBuilder With(DicomBuilder file) => new DatasetBuilder().File("image/a.dcm", file.Build());

    /// <summary>The message of a rule's issue about a file; without a rule, that of the only issue.</summary>
    private static string Message(DicomBuilder file, string? rule = null)
    {
        using TempFolder folder = new();
        string path = With(file).WriteFolder(folder["dataset"]);
        DqTestResult result = DatasetValidator.Validate(path, cancellation: TestContext.Current.CancellationToken);
        return Assert.Single(result.Issues, issue => rule is null || string.Equals(issue.RuleId, rule, StringComparison.Ordinal)).Message;
    }
}
