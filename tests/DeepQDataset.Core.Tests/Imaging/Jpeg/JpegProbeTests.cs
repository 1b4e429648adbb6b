using DeepQDataset.Imaging;
using DeepQDataset.TestKit;
using Xunit;
using static DeepQDataset.Core.Tests.Imaging.TestProbe;

namespace DeepQDataset.Core.Tests.Imaging.Jpeg;

public sealed class JpegProbeTests
{
    /// <summary>Where the frame header starts when there is no segment before the quantization table.</summary>
    private const int Frame = 2 + 2 + 67;

    [Theory]
    [InlineData(1, false, false)]
    [InlineData(3, false, false)]
    [InlineData(3, true, false)]
    [InlineData(1, false, true)]
    [InlineData(3, true, true)]
    public void Baseline_and_progressive_are_nothing_unusual(int components, bool subsampled, bool progressive)
    {
        ImageHeader header = Header(
            new JpegBuilder
            {
                Width = 45,
                Height = 37,
                Components = components,
                Subsampled = subsampled,
                Progressive = progressive,
            }.Build());

        Assert.Equal(DqImageFormat.Jpeg, header.Format);
        Assert.Equal((45, 37), (header.Width, header.Height));
        Assert.Equal((8, components, components == 1 ? "Grayscale" : "YCbCr"), (header.BitDepth, header.Channels, header.Photometric));
        Assert.Equal((1, 1), (header.Frames, header.Orientation));
        Assert.Null(header.UnusualEncoding);
    }

    [Theory]
    [InlineData(4, null, "CMYK")]
    [InlineData(4, 0, "CMYK")]
    [InlineData(4, 2, "YCCK")]
    public void Four_components_are_unusual(int components, int? transform, string photometric)
    {
        ImageHeader header = Header(new JpegBuilder { Jfif = false, Components = components, AdobeTransform = transform }.Build());

        Assert.Equal((4, photometric, $"{photometric} colours"), (header.Channels, header.Photometric, header.UnusualEncoding));
    }

    [Theory]
    [InlineData(false, 0, "RGB")]
    [InlineData(false, 1, "YCbCr")]
    [InlineData(false, null, "YCbCr")]
    [InlineData(true, 0, "YCbCr")]
    public void Three_components_are_read_as_decoders_do(bool jfif, int? transform, string photometric) =>
        Assert.Equal(photometric, Header(new JpegBuilder { Jfif = jfif, AdobeTransform = transform }.Build()).Photometric);

    [Theory]
    [InlineData(0xC1, 12, "12 bits a sample")]
    [InlineData(0xC3, 16, "16 bits a sample and lossless coding")]
    [InlineData(0xC3, 8, "lossless coding")]
    [InlineData(0xC5, 8, "hierarchical coding")]
    [InlineData(0xC9, 8, "arithmetic coding")]
    [InlineData(0xCA, 8, "arithmetic coding")]
    [InlineData(0xCB, 8, "lossless coding and arithmetic coding")]
    public void Other_processes_are_read_and_named(byte frame, byte precision, string unusual)
    {
        ImageHeader header = Header(new JpegBuilder { FrameMarker = frame, Precision = precision }.Build());

        Assert.Equal((16, 16, precision), (header.Width, header.Height, header.BitDepth));
        Assert.Equal(unusual, header.UnusualEncoding);
    }

    [Fact]
    public void Fill_bytes_restart_markers_and_long_segments_are_passed_over()
    {
        JpegBuilder builder = new()
        {
            Width = 100,
            FillBytes = 3,
            RestartInterval = 2,
            ExtraSegments = [(0xFE, new byte[65_533]), (0xE2, new byte[65_533])],
            Orientation = 8,
        };

        Assert.Equal((100, 16, 8), (Header(builder.Build()).Width, Header(builder.Build()).Height, Header(builder.Build()).Orientation));
    }

    [Fact]
    public void Stray_bytes_before_a_marker_are_passed_over_as_decoders_do()
    {
        byte[] file = new JpegBuilder { Jfif = false }.Build();

        Header([.. file[..Frame], 0x12, 0xFF, 0x00, 0x34, .. file[Frame..]]);
        Fails([.. file[..Frame], .. new byte[70_000], .. file[Frame..]], ImageProblemKind.Corrupt, Frame, "no marker");
    }

    [Fact]
    public void What_is_wrong_in_the_header_is_named_with_its_offset()
    {
        Fails(new JpegBuilder { Jfif = false, Precision = 1 }.Build(), ImageProblemKind.Corrupt, Frame + 4, "1 bits a sample");
        Fails(new JpegBuilder { Jfif = false, DeclaredHeight = 0 }.Build(), ImageProblemKind.Corrupt, Frame + 5, "DNL");
        Fails(new JpegBuilder { Jfif = false, HeightBehindScan = true }.Build(), ImageProblemKind.Corrupt, Frame + 5, "DNL");
        Fails(new JpegBuilder { Jfif = false, DeclaredWidth = 0 }.Build(), ImageProblemKind.Corrupt, Frame + 7, "width 0");
        Fails(Changed(Frame + 9, 2), ImageProblemKind.Corrupt, Frame + 4, "does not fit its components");
        Fails(Changed(Frame + 11, 0x51), ImageProblemKind.Corrupt, Frame + 11, "sampling factors 5 × 1");
        Fails(Changed(Frame + 1, 0xD8), ImageProblemKind.Corrupt, Frame, "second start of image");
        Fails(Changed(Frame + 1, 0xD9), ImageProblemKind.Corrupt, Frame, "ends (EOI) before any image data");
        Fails(
            new JpegBuilder { OmitFrame = true, Jfif = false }.Build(),
            ImageProblemKind.Corrupt,
            ScanOfFileWithoutFrame(),
            "without a frame header");
        Fails([0xFF, 0xD8, 0xFF, 0xE0, 0, 1, 0, 0], ImageProblemKind.Corrupt, 4, "APP0 segment claims a length of 1");
    }

    [Fact]
    public void A_file_cut_before_its_scan_is_corrupt_and_cut_later_truncated()
    {
        byte[] file = new JpegBuilder { Orientation = 1, FillBytes = 1 }.Build();
        int scan = file.AsSpan().IndexOf<byte>([0xFF, 0xDA]) + 2;

        for (int length = 2; length < file.Length; length++)
        {
            Fails(file[..length], length < scan ? ImageProblemKind.Corrupt : ImageProblemKind.Truncated, length, "the file ends");
        }
    }

    [Fact]
    public void Up_to_64_KiB_may_follow_the_end()
    {
        Header(new JpegBuilder { Trailing = [0x0A] }.Build());
        Header(new JpegBuilder { Trailing = new byte[65_536] }.Build());
        byte[] tooMuch = new JpegBuilder { Trailing = new byte[65_537] }.Build();
        Fails(tooMuch, ImageProblemKind.Truncated, tooMuch.Length, "without an end of image");
    }

    [Fact]
    public void A_further_image_behind_the_first_does_not_matter()
    {
        byte[] second = new JpegBuilder { Seed = 2, Width = 64 }.Build();

        Assert.Equal(16, Header(new JpegBuilder { Trailing = second }.Build()).Width);
        Assert.Equal(16, Header(new JpegBuilder { Trailing = second[..^20] }.Build()).Width);
    }

    [Fact]
    public void The_end_of_an_embedded_thumbnail_is_not_the_images_end()
    {
        byte[] thumbnail = new JpegBuilder().Build();
        byte[] file = new JpegBuilder { ExtraSegments = [(0xE2, thumbnail)], OmitEnd = true }.Build();

        Fails(file, ImageProblemKind.Truncated, file.Length, "without an end of image");
    }

    [Fact]
    public void A_large_file_without_its_end_is_truncated()
    {
        byte[] file = new JpegBuilder { Width = 640, Height = 640, OmitEnd = true }.Build();

        Assert.True(file.Length > 100_000);
        Fails(file, ImageProblemKind.Truncated, file.Length, "without an end of image");
    }

    [Fact]
    public void Jpeg_ls_is_a_format_of_its_own()
    {
        ImageProbeResult result = Probe(new JpegBuilder { FrameMarker = 0xF7 }.Build());

        Assert.Equal("JPEG-LS", result.ForeignFormat);
        Assert.Equal(ImageProblemKind.UnsupportedFormat, result.Problem?.Kind);
    }

    [Theory]
    [InlineData(1, true, 1)]
    [InlineData(6, true, 6)]
    [InlineData(3, false, 3)]
    [InlineData(9, false, 1)]
    public void The_orientation_is_read(int written, bool bigEndian, int expected) =>
        Assert.Equal(expected, Header(new JpegBuilder { Orientation = written, ExifBigEndian = bigEndian }.Build()).Orientation);

    private static byte[] Changed(int offset, byte value)
    {
        byte[] file = new JpegBuilder { Jfif = false }.Build();
        file[offset] = value;
        return file;
    }

    private static int ScanOfFileWithoutFrame() =>
        new JpegBuilder { OmitFrame = true, Jfif = false }
            .Build()
            .AsSpan()
            .IndexOf<byte>([0xFF, 0xDA]);
}
