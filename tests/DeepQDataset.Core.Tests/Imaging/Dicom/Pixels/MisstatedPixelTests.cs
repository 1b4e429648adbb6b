using DeepQDataset.TestKit;
using Xunit;
using static DeepQDataset.Core.Tests.Imaging.Dicom.Pixels.Showing;

namespace DeepQDataset.Core.Tests.Imaging.Dicom.Pixels;

/// <summary>Pixels that are not what the file's header says of their colours and their byte order.</summary>
public sealed class MisstatedPixelTests
{
    private const string GePrivate = "1.2.840.113619.5.2";

    private static readonly byte[] NamedRgb = [(byte)'R', (byte)'G', (byte)'B'];

    [Theory]
    [InlineData("RGB", true, null)]
    [InlineData("RGB", false, 1)]
    [InlineData("YBR_FULL", true, null)]
    [InlineData("YBR_FULL_422", false, null)]
    public void Jpeg_is_YCbCr_by_JFIF_by_Adobe_or_else_by_the_header(string photometric, bool jfif, int? transform) =>
        Assert.Equal(ShowJpeg("YBR_FULL", new JpegBuilder { Jfif = false }.Build()), ShowJpeg(photometric, Jpeg(jfif, transform)));

    [Theory]
    [InlineData("YBR_FULL", false, 0)]
    [InlineData("YBR_FULL_422", true, 0)]
    [InlineData("RGB", false, null)]
    public void Jpeg_is_RGB_by_Adobe_or_else_by_the_header(string photometric, bool jfif, int? transform) =>
        Assert.Equal(ShowJpeg("RGB", new JpegBuilder { Jfif = false }.Build()), ShowJpeg(photometric, Jpeg(jfif, transform)));

    [Theory]
    [InlineData("YBR_FULL", false)]
    [InlineData("YBR_FULL_422", true)]
    public void Jpeg_whose_components_are_named_R_G_and_B_is_RGB(string photometric, bool jfif) =>
        Assert.Equal(ShowJpeg("RGB", new JpegBuilder { Jfif = false }.Build()), ShowJpeg(photometric, Renamed(Jpeg(jfif, null))));

    [Fact]
    public void Native_pixels_with_chrominances_for_each_are_YBR_FULL_whatever_the_header_says()
    {
        byte[] samples = [100, 90, 160, 150, 120, 128, 200, 128, 90, 30, 200, 128];

        Assert.Equal(Show(Colors("YBR_FULL", samples)), Show(new DicomBuilder
        {
            Rows = 1,
            Columns = 4,
            BitsAllocated = 8,
            SamplesPerPixel = 3,
            Photometric = "YBR_FULL_422",
            Pixels = samples,
        }));
    }

    [Fact]
    public void The_private_syntax_of_GE_has_big_endian_pixels()
    {
        DicomBuilder file = new()
        {
            Rows = 1,
            Columns = 3,
            TransferSyntax = GePrivate,
            WrittenAs = DicomSyntax.ImplicitLittleEndian,
            Pixels = [0, 100, 0, 200, 1, 44],
        };

        Assert.Equal([0, 127, 255], Show(file));
    }

    [Fact]
    public void Pixels_of_eight_bits_have_no_byte_order_in_it()
    {
        DicomBuilder file = new()
        {
            Rows = 1,
            Columns = 4,
            BitsAllocated = 8,
            TransferSyntax = GePrivate,
            WrittenAs = DicomSyntax.ImplicitLittleEndian,
            Pixels = [0, 51, 102, 255],
        };

        Assert.Equal([0, 51, 102, 255], Show(file));
    }

    [Fact]
    public void Pixels_of_an_empty_syntax_are_native() =>
        Assert.Equal([0, 255], Show(new DicomBuilder
        {
            Rows = 1,
            Columns = 2,
            BitsAllocated = 8,
            TransferSyntax = "",
            WrittenAs = DicomSyntax.ExplicitLittleEndian,
            Pixels = [0, 255],
        }));

    [Theory]
    [InlineData("1.2.840.113619.5.9", DicomSyntax.ImplicitLittleEndian)]
    [InlineData("1.2.3.4", DicomSyntax.ExplicitLittleEndian)]
    public void Pixels_of_an_unknown_syntax_are_not_made_into_noise(string syntax, string writtenAs) => Assert.Equal(
        $"its transfer syntax ({syntax}) is unknown, and so is what its pixel data mean; save it in another one first",
        Fault(new DicomBuilder { TransferSyntax = syntax, WrittenAs = writtenAs }));

    [Theory]
    [InlineData("2.0", 2)]
    [InlineData(" 2 ", 2)]
    [InlineData("2.", 2)]
    [InlineData("2.5", 1)]
    public void The_number_of_frames_may_have_a_point(string number, int expected)
    {
        DicomBuilder file = new()
        {
            Rows = 1,
            Columns = 2,
            BitsAllocated = 8,
            Pixels = [0, 255, 255, 0],
            Elements = [DicomElement.Text(0x00280008, "IS", number)],
        };

        Assert.Equal(expected, ShowAll(file.Build()).Frames.Length);
    }

    private static byte[] Jpeg(bool jfif, int? transform) => new JpegBuilder { Jfif = jfif, AdobeTransform = transform }.Build();

    private static byte[] ShowJpeg(string photometric, byte[] jpeg) => Show(new DicomBuilder
    {
        BitsAllocated = 8,
        SamplesPerPixel = 3,
        Photometric = photometric,
        TransferSyntax = DicomSyntax.JpegBaseline,
        Fragments = [jpeg],
    });

    /// <summary>The same JPEG, its components named R, G and B in the headers of frame and scan.</summary>
    private static byte[] Renamed(byte[] jpeg)
    {
        int frame = jpeg.AsSpan().IndexOf((byte[])[0xFF, 0xC0]);
        int scan = jpeg.AsSpan().IndexOf((byte[])[0xFF, 0xDA]);
        for (int i = 0; i < NamedRgb.Length; i++)
        {
            jpeg[frame + 10 + (3 * i)] = NamedRgb[i];
            jpeg[scan + 5 + (2 * i)] = NamedRgb[i];
        }

        return jpeg;
    }
}
