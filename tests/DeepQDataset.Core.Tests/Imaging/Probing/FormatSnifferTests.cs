using System.Text;
using DeepQDataset.Imaging;
using DeepQDataset.Imaging.Probing;
using Xunit;
using static DeepQDataset.Core.Tests.Imaging.TestProbe;

namespace DeepQDataset.Core.Tests.Imaging.Probing;

public sealed class FormatSnifferTests
{
    [Theory]
    [InlineData("GIF89a\u0010\0\u0010\0", "GIF")]
    [InlineData("II*\0\u0008\0\0\0", "TIFF")]
    [InlineData("MM\0*\0\0\0\u0008", "TIFF")]
    [InlineData("RIFF\u0010\0\0\0WEBPVP8 ", "WebP")]
    [InlineData("RIFF\u0010\0\0\0AVI LIST", "AVI video")]
    [InlineData("\0\0\0\u0018ftypheic\0\0\0\0", "HEIC")]
    [InlineData("\0\0\0\u0018ftypavif\0\0\0\0", "AVIF")]
    [InlineData("\0\0\0\u0018ftypmif1\0\0\0\0", "HEIF")]
    [InlineData("\0\0\0\u0018ftypisom\0\0\0\0", "MP4 or QuickTime video")]
    [InlineData("\0\0\0\u000CjP  \r\n\u0087\n", "JPEG 2000")]
    [InlineData("\u00FF\u004F\u00FF\u0051", "JPEG 2000")]
    [InlineData("\0\0\0\u000CJXL \r\n\u0087\n", "JPEG XL")]
    [InlineData("\u00FF\n\u0001", "JPEG XL")]
    [InlineData("%PDF-1.7\n", "PDF")]
    [InlineData("PK\u0003\u0004\u0014\0", "ZIP")]
    [InlineData("\0\0\u0001\0\u0001\0", "icon")]
    [InlineData("8BPS\0\u0001", "Photoshop")]
    [InlineData("\u001F\u008B\u0008\0", "gzip")]
    [InlineData("NRRD0005\n", "NRRD")]
    [InlineData("ObjectType = Image\n", "MetaImage")]
    [InlineData("P5\n16 16\n255\n", "PNM")]
    [InlineData("<!DOCTYPE html><html>", "HTML")]
    [InlineData("version https://git-lfs.github.com/spec/v1\n", "Git LFS pointer")]
    public void A_foreign_format_is_named(string content, string name)
    {
        ImageProbeResult result = Probe(Encoding.Latin1.GetBytes(content));

        Assert.Equal((DqImageFormat.Unknown, name), (result.Format, result.ForeignFormat));
        Assert.Equal(new ImageProblem(ImageProblemKind.UnsupportedFormat, $"the content is {name}", 0), result.Problem);
        Assert.Null(result.Header);
    }

    [Fact]
    public void Bmp_needs_more_than_its_two_letters()
    {
        byte[] bitmap = [.. "BM"u8, 70, 0, 0, 0, 0, 0, 0, 0, 54, 0, 0, 0, 40, 0, 0, 0, 2, 0];

        Assert.Equal("BMP", Probe(bitmap).ForeignFormat);
        Assert.Null(Probe(Encoding.ASCII.GetBytes("BMI and age of each patient")).ForeignFormat);
    }

    [Fact]
    public void Nifti_is_known_by_what_stands_behind_its_header()
    {
        byte[] volume = new byte[352];
        volume[0] = 0x5C;
        volume[1] = 0x01;
        "n+1\0"u8.CopyTo(volume.AsSpan(344));

        Assert.Equal("NIfTI", Probe(volume).ForeignFormat);
    }

    [Fact]
    public void What_nothing_is_known_of_is_unsupported()
    {
        Fails(Encoding.ASCII.GetBytes("hello"), ImageProblemKind.UnsupportedFormat, 0, "no known image format");
        Fails([0xFF], ImageProblemKind.UnsupportedFormat, 0, "no known image format");
        Fails(new byte[5000], ImageProblemKind.UnsupportedFormat, 0, "zeros only");
        Fails([], ImageProblemKind.Corrupt, 0, "no content");
    }

    [Fact]
    public void Dicom_is_known_by_its_prefix_even_behind_a_preamble_of_another_format()
    {
        byte[] first = [.. "II*\0"u8, .. new byte[124], .. "DICM"u8, 2, 0, 0, 0];

        Assert.Equal(DqImageFormat.Dicom, FormatSniffer.Recognise(first, out string? foreign));
        Assert.Null(foreign);
    }
}
