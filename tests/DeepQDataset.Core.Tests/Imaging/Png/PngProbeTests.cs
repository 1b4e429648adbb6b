using DeepQDataset.Imaging;
using DeepQDataset.TestKit;
using Xunit;
using static DeepQDataset.Core.Tests.Imaging.TestProbe;

namespace DeepQDataset.Core.Tests.Imaging.Png;

public sealed class PngProbeTests
{
    /// <summary>Signature, chunk header, data and checksum of IHDR: where the second chunk starts.</summary>
    private const int SecondChunk = 33;

    [Theory]
    [InlineData(0, 1, 1, "Grayscale")]
    [InlineData(0, 2, 1, "Grayscale")]
    [InlineData(0, 4, 1, "Grayscale")]
    [InlineData(0, 8, 1, "Grayscale")]
    [InlineData(0, 16, 1, "Grayscale")]
    [InlineData(2, 8, 3, "RGB")]
    [InlineData(2, 16, 3, "RGB")]
    [InlineData(3, 1, 1, "Palette")]
    [InlineData(3, 2, 1, "Palette")]
    [InlineData(3, 4, 1, "Palette")]
    [InlineData(3, 8, 1, "Palette")]
    [InlineData(4, 8, 2, "GrayscaleA")]
    [InlineData(4, 16, 2, "GrayscaleA")]
    [InlineData(6, 8, 4, "RGBA")]
    [InlineData(6, 16, 4, "RGBA")]
    public void Every_colour_type_and_depth_is_read(int colorType, int bitDepth, int channels, string photometric)
    {
        ImageHeader header = Header(
            new PngBuilder
            {
                Width = 21,
                Height = 17,
                ColorType = colorType,
                BitDepth = bitDepth,
                Interlaced = bitDepth > 4,
            }.Build());

        Assert.Equal(DqImageFormat.Png, header.Format);
        Assert.Equal((21, 17), (header.Width, header.Height));
        Assert.Equal((bitDepth, channels, photometric), (header.BitDepth, header.Channels, header.Photometric));
        Assert.Equal((1, 1), (header.Frames, header.Orientation));
        Assert.Equal(bitDepth == 16 ? "16 bits a sample" : null, header.UnusualEncoding);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    [InlineData(8, 2)]
    [InlineData(16, 3)]
    [InlineData(4, 4)]
    [InlineData(2, 6)]
    [InlineData(3, 0)]
    [InlineData(8, 7)]
    public void A_depth_that_does_not_fit_the_colour_type_is_corrupt(byte bitDepth, byte colorType)
    {
        ImageProbeResult result = Probe(new PngBuilder { DeclaredBitDepth = bitDepth, DeclaredColorType = colorType }.Build());

        bool isValid = (bitDepth, colorType) is (8, 2) or (1, 0);
        Assert.Equal(isValid ? null : ImageProblemKind.Corrupt, result.Problem?.Kind);
    }

    [Fact]
    public void What_is_wrong_in_the_header_is_named_with_its_offset()
    {
        Fails(new PngBuilder { DeclaredWidth = 0 }.Build(), ImageProblemKind.Corrupt, 16, "width 0");
        Fails(new PngBuilder { DeclaredWidth = 0x80000000 }.Build(), ImageProblemKind.Corrupt, 16, "width 2147483648");
        Fails(new PngBuilder { DeclaredHeight = 0 }.Build(), ImageProblemKind.Corrupt, 20, "height 0");
        Fails(new PngBuilder { DeclaredBitDepth = 3 }.Build(), ImageProblemKind.Corrupt, 24, "bit depth 3");
        Fails(new PngBuilder { DeclaredColorType = 5 }.Build(), ImageProblemKind.Corrupt, 25, "colour type 5");
        Fails(new PngBuilder { CompressionMethod = 1 }.Build(), ImageProblemKind.Corrupt, 26, "compression method 1");
        Fails(new PngBuilder { FilterMethod = 1 }.Build(), ImageProblemKind.Corrupt, 27, "filter method 1");
        Fails(new PngBuilder { InterlaceMethod = 2 }.Build(), ImageProblemKind.Corrupt, 28, "interlace method 2");
        Fails(new PngBuilder { WrongCrcOf = "IHDR" }.Build(), ImageProblemKind.Corrupt, 29, "checksum");
        Fails(new PngBuilder { HeaderLength = 12 }.Build(), ImageProblemKind.Corrupt, 8, "12 bytes long, not 13");
        Fails(new PngBuilder { HeaderLength = 14 }.Build(), ImageProblemKind.Corrupt, 8, "14 bytes long, not 13");
    }

    [Fact]
    public void The_largest_sides_that_the_format_allows_are_read()
    {
        ImageHeader header = Header(new PngBuilder { DeclaredWidth = int.MaxValue, DeclaredHeight = int.MaxValue }.Build());

        Assert.Equal((int.MaxValue, int.MaxValue), (header.Width, header.Height));
    }

    [Fact]
    public void A_damaged_signature_is_a_corrupt_png()
    {
        byte[] asText = new PngBuilder().Build();
        asText[4] = 0x0A;
        Fails(asText, ImageProblemKind.Corrupt, 4, "signature");

        byte[] sevenBits = new PngBuilder().Build();
        sevenBits[0] = 0x09;
        Fails(sevenBits, ImageProblemKind.Corrupt, 0, "signature");
    }

    [Fact]
    public void Another_first_chunk_is_corrupt()
    {
        byte[] file = new PngBuilder().Build();
        "CgBI"u8.CopyTo(file.AsSpan(12));
        Fails(file, ImageProblemKind.Corrupt, 12, "the first chunk is CgBI, not IHDR");
    }

    [Fact]
    public void A_palette_image_needs_its_palette_before_the_data() =>
        Fails(new PngBuilder { ColorType = 0, DeclaredColorType = 3 }.Build(), ImageProblemKind.Corrupt, SecondChunk, "palette");

    [Fact]
    public void An_image_without_data_is_corrupt() =>
        Fails(new PngBuilder { OmitData = true }.Build(), ImageProblemKind.Corrupt, SecondChunk, "no image data");

    [Fact]
    public void A_chunk_type_must_be_letters()
    {
        byte[] file = new PngBuilder().Build();
        file[SecondChunk + 4] = 0;
        Fails(file, ImageProblemKind.Corrupt, SecondChunk + 4, "no chunk");
    }

    [Fact]
    public void A_file_cut_before_its_data_is_corrupt_and_cut_later_truncated()
    {
        PngBuilder whole = new() { Text = "Title=A longer text", DataChunks = 3 };
        byte[] file = whole.Build();
        int data = file.AsSpan().IndexOf("IDAT"u8) + 4;

        for (int length = 4; length < file.Length; length++)
        {
            Fails(file[..length], length < data ? ImageProblemKind.Corrupt : ImageProblemKind.Truncated, length, "the file ends");
        }
    }

    [Fact]
    public void Bytes_behind_the_end_are_none_of_the_headers_business()
    {
        Header(new PngBuilder { Trailing = [0] }.Build());
        Header(new PngBuilder { Trailing = new byte[100_000] }.Build());
        Header(new PngBuilder { DataChunks = 5, Trailing = new PngBuilder { CutAt = 60 }.Build() }.Build());
    }

    [Fact]
    public void A_large_file_without_its_end_is_truncated()
    {
        PngBuilder large = new() { Width = 700, Height = 700, BitDepth = 16, Interlaced = true, DataChunks = 50, OmitEnd = true };
        byte[] file = large.Build();
        Fails(file, ImageProblemKind.Truncated, file.Length, "without an IEND chunk");
        Fails(file[..^9], ImageProblemKind.Truncated, file.Length - 9, "inside its IDAT chunk");
    }

    [Fact]
    public void An_end_chunk_does_not_hide_data_that_claim_to_go_beyond_it()
    {
        byte[] file = new PngBuilder().Build();
        file[SecondChunk + 1] = 1;
        Fails(file, ImageProblemKind.Truncated, file.Length, "inside its IDAT chunk");
    }

    [Fact]
    public void Damage_between_data_and_end_is_not_looked_for()
    {
        Header(new PngBuilder { WrongCrcOf = "IDAT" }.Build());
        Header(new PngBuilder { LateChunks = [("teSt", [1, 2, 3])] }.Build());
    }

    [Theory]
    [InlineData(1, false, 1)]
    [InlineData(6, false, 6)]
    [InlineData(8, true, 8)]
    [InlineData(0, true, 1)]
    [InlineData(9, false, 1)]
    public void The_orientation_is_read(int written, bool bigEndian, int expected) =>
        Assert.Equal(expected, Header(new PngBuilder { Orientation = written, ExifBigEndian = bigEndian }.Build()).Orientation);

    [Fact]
    public void An_animated_image_says_how_many_frames()
    {
        ImageHeader header = Header(new PngBuilder { AnimationFrames = 12, BitDepth = 16 }.Build());

        Assert.Equal(12, header.Frames);
        Assert.Equal("16 bits a sample and animated, with 12 frames", header.UnusualEncoding);
    }

    [Fact]
    public void Chunks_before_the_data_may_be_long()
    {
        ImageHeader header = Header(new PngBuilder { ExtraChunks = [("teSt", new byte[300_000])], Orientation = 3 }.Build());

        Assert.Equal(3, header.Orientation);
    }
}
