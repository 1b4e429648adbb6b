using DeepQDataset.Imaging;
using DeepQDataset.Imaging.Dicom;
using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Core.Tests.Imaging.Dicom;

/// <summary>Files that cannot be read, or just in part.</summary>
public sealed class DicomProblemTests
{
    [Theory]
    [InlineData("")]
    [InlineData("DICM")]
    [InlineData("This is the text of a note that somebody put among the images, long enough for a header of any kind to fit in.")]
    public void Other_content_is_not_taken_for_DICOM(string text)
    {
        DicomReadResult result = DicomReading.Read(System.Text.Encoding.ASCII.GetBytes(text));
        Assert.Equal(ImageProblemKind.UnsupportedFormat, result.Problem!.Kind);
        Assert.Null(result.Header);
    }

    [Fact]
    public void Random_bytes_are_hardly_ever_taken_for_DICOM()
    {
        Random random = new(7);
        byte[] bytes = new byte[600];
        for (int i = 0; i < 5_000; i++)
        {
            random.NextBytes(bytes);
            (bytes[0], bytes[1]) = (8, 0);
            Assert.Equal(ImageProblemKind.UnsupportedFormat, DicomReading.Read(bytes).Problem?.Kind);
        }
    }

    [Fact]
    public void A_file_that_ends_before_its_pixel_data_is_corrupt_wherever_it_ends()
    {
        byte[] file = new DicomBuilder().Build();
        int pixelData = file.Length - (16 * 16 * 2) - 12;
        for (int length = 132; length < pixelData; length++)
        {
            DicomReadResult result = DicomReading.Read(file[..length]);
            bool isBetweenElements = result.Problem is null;
            Assert.True(
                isBetweenElements ? !result.Header!.HasPixelData : result.Problem!.Kind == ImageProblemKind.Corrupt, $"at {length}");
        }
    }

    [Fact]
    public void A_file_that_ends_inside_its_pixel_data_is_truncated_wherever_it_ends()
    {
        byte[] file = new DicomBuilder().Build();
        int firstPixel = file.Length - (16 * 16 * 2);
        for (int length = firstPixel; length < file.Length; length++)
        {
            DicomReadResult result = DicomReading.Read(file[..length]);
            Assert.Equal(ImageProblemKind.Truncated, result.Problem!.Kind);
            Assert.Equal(16, result.Header!.Rows);
            Assert.True(result.Header.HasPixelData);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(400)]
    public void Encapsulated_pixel_data_that_end_early_are_truncated(int fragments)
    {
        DicomBuilder file = new()
        {
            TransferSyntax = DicomSyntax.Jpeg2000Lossless,
            Fragments = Enumerable.Range(0, fragments).Select(i => new byte[400 + (2 * i)]).ToArray(),
        };
        byte[] whole = file.Build();

        Assert.Null(DicomReading.Read(whole).Problem);
        Assert.Equal(ImageProblemKind.Truncated, DicomReading.Read(whole[..^8]).Problem!.Kind);
        Assert.Equal(ImageProblemKind.Truncated, DicomReading.Read(whole[..^1]).Problem!.Kind);
        Assert.Equal(ImageProblemKind.Truncated, DicomReading.Read(whole[..^100]).Problem!.Kind);
    }

    [Fact]
    public void A_length_that_the_whole_file_cannot_hold_says_so()
    {
        ImageProblem problem = DicomReading.Problem(
            new DicomBuilder { Elements = [DicomElement.Raw(0x00091001, "OB", [1, 2], 0x7FFFFFF0)] });
        Assert.Equal(ImageProblemKind.Truncated, problem.Kind);
        Assert.Contains("(0009,1001)", problem.Detail, StringComparison.Ordinal);
        Assert.Contains("2147483632", problem.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void The_place_is_said()
    {
        byte[] file = new DicomBuilder { HasPixelData = false }.Build();
        ImageProblem problem = DicomReading.Read([.. file, 0x28, 0x00, 0x10]).Problem!;
        Assert.Equal(ImageProblemKind.Corrupt, problem.Kind);
        Assert.Equal(file.Length, problem.Offset);
    }

    [Theory]
    [InlineData("Rows", null, 16)]
    [InlineData("Rows", 0, 16)]
    [InlineData("Columns", 16, null)]
    [InlineData("Columns", 16, 0)]
    public void Pixels_without_a_size_are_no_image(string name, int? rows, int? columns)
    {
        ImageProblem problem = DicomReading.Problem(new DicomBuilder { Rows = rows, Columns = columns });
        Assert.Equal(ImageProblemKind.Corrupt, problem.Kind);
        Assert.Contains(name, problem.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unfinished_sequence_is_corrupt()
    {
        DicomElement open = DicomElement.Raw(
            0x00400275, "SQ", [0xFE, 0xFF, 0x00, 0xE0, 0xFF, 0xFF, 0xFF, 0xFF], DicomElement.UndefinedLength);
        Assert.Equal(ImageProblemKind.Corrupt, DicomReading.Problem(new DicomBuilder { HasPixelData = false, Elements = [open] }).Kind);
    }

    [Fact]
    public void A_sequence_of_something_else_than_items_is_corrupt()
    {
        DicomElement wrong = DicomElement.Raw(0x00081140, "SQ", [], DicomElement.UndefinedLength);
        Assert.Equal(ImageProblemKind.Corrupt, DicomReading.Problem(new DicomBuilder { Elements = [wrong] }).Kind);
    }

    [Fact]
    public void Damaged_deflate_data_are_corrupt()
    {
        byte[] file = new DicomBuilder { TransferSyntax = DicomSyntax.DeflatedLittleEndian }.Build();
        byte[] damaged = (byte[])file.Clone();
        damaged.AsSpan(file.Length - 300, 200).Fill(0xFF);
        Assert.Equal(ImageProblemKind.Corrupt, DicomReading.Read(damaged).Problem!.Kind);
        Assert.Equal(ImageProblemKind.Corrupt, DicomReading.Read(file[..^350]).Problem!.Kind);
    }

    [Fact]
    public void Deflated_pixel_data_that_end_early_are_truncated()
    {
        byte[] pixels = new byte[64 * 64 * 2];
        new Random(3).NextBytes(pixels);
        byte[] file = new DicomBuilder
        {
            TransferSyntax = DicomSyntax.DeflatedLittleEndian,
            Rows = 64,
            Columns = 64,
            Pixels = pixels,
        }.Build();
        Assert.Null(DicomReading.Read(file).Problem);
        DicomReadResult result = DicomReading.Read(file[..^4000]);
        Assert.Equal(ImageProblemKind.Truncated, result.Problem!.Kind);
        Assert.Equal(64, result.Header!.Rows);
    }

    [Fact]
    public void Zeros_are_no_data_set()
    {
        byte[] file = new DicomBuilder().Build();
        Assert.Equal(ImageProblemKind.Corrupt, DicomReading.Read([.. file[..132], .. new byte[1000]]).Problem!.Kind);
    }

    [Fact]
    public void A_deflate_bomb_is_given_up()
    {
        DicomElement[] bomb = Enumerable.Range(1, 3).Select(i => DicomElement.Raw(0x00091000 + (uint)i, "OB", [], 0x70000000)).ToArray();
        ImageProblem problem = DicomReading.Problem(
            new DicomBuilder { TransferSyntax = DicomSyntax.DeflatedLittleEndian, Elements = bomb });
        Assert.Equal(ImageProblemKind.Corrupt, problem.Kind);
    }
}
