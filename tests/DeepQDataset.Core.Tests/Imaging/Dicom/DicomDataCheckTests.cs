using System.Globalization;
using DeepQDataset.Core.Tests.Imaging.Probing;
using DeepQDataset.Imaging;
using DeepQDataset.Imaging.Probing;
using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Core.Tests.Imaging.Dicom;

/// <summary>DICOM read whole: fragments followed to their delimiter, native pixels compared with the first.</summary>
public sealed class DicomDataCheckTests
{
    private static readonly byte[] Frame = [.. CompressedFrame.Of(DicomSyntax.JpegBaseline), 0, 0, 0];

    [Theory]
    [InlineData(DicomSyntax.ImplicitLittleEndian)]
    [InlineData(DicomSyntax.ExplicitLittleEndian)]
    [InlineData(DicomSyntax.DeflatedLittleEndian)]
    [InlineData(DicomSyntax.ExplicitBigEndian)]
    [InlineData(DicomSyntax.JpegBaseline)]
    [InlineData(DicomSyntax.RunLength)]
    public void Every_form_is_whole(string syntax)
    {
        Assert.False(Inspecting.Whole(new DicomBuilder { TransferSyntax = syntax }.Build()).IsBlank);
        Inspecting.Whole(new DicomBuilder { TransferSyntax = syntax, Frames = 3 }.Build());
    }

    [Theory]
    [InlineData(16, 1, "17 02", true)]
    [InlineData(16, 1, "17 02 17 03", false)]
    [InlineData(8, 1, "00", true)]
    [InlineData(8, 3, "10 20 30", true)]
    [InlineData(8, 3, "10 20 30 10 20 31", false)]
    [InlineData(1, 1, "FF", true)]
    [InlineData(1, 1, "55", false)]
    public void A_blank_image_is_known(int bits, int samples, string repeated, bool isBlank)
    {
        byte[] pattern = Convert.FromHexString(repeated.Replace(" ", "", StringComparison.Ordinal));
        byte[] pixels = new byte[16 * 16 * bits * samples / 8];
        for (int index = 0; index < pixels.Length; index++)
        {
            pixels[index] = pattern[index % pattern.Length];
        }

        DicomBuilder image = new() { BitsAllocated = bits, SamplesPerPixel = samples, Pixels = pixels };

        Assert.Equal(isBlank, Inspecting.Whole(image.Build()).IsBlank);
    }

    [Fact]
    public void Too_few_pixels_are_not_called_blank() =>
        Assert.False(Inspecting.Whole(new DicomBuilder { Pixels = new byte[100] }.Build()).IsBlank);

    [Fact]
    public void Pixel_data_of_another_form_than_the_transfer_syntax_has_are_damage()
    {
        DicomBuilder packed = new() { TransferSyntax = DicomSyntax.ExplicitLittleEndian, Fragments = [Frame] };
        DicomBuilder native = new()
        {
            TransferSyntax = DicomSyntax.RunLength,
            Elements = [DicomElement.Raw(0x7FE00010, "OW", new byte[512])],
        };

        Inspecting.Damaged(packed.Build(), "are in fragments, and the transfer syntax Explicit VR Little Endian has none");
        Inspecting.Damaged(native.Build(), "are in one piece, and the transfer syntax RLE Lossless has fragments");
    }

    [Fact]
    public void Fragments_that_are_not_all_there_are_damage()
    {
        DicomBuilder two = new() { TransferSyntax = DicomSyntax.JpegBaseline, Frames = 3, Fragments = [Frame, Frame] };
        DicomBuilder three = new() { TransferSyntax = DicomSyntax.JpegBaseline, Frames = 3, Fragments = [Frame, Frame, Frame] };

        Inspecting.Damaged(two.Build(), "2 fragments for 3 frames");
        Inspecting.Whole(three.Build());
    }

    [Theory]
    [InlineData("0", null)]
    [InlineData("0 48", null)]
    [InlineData("0 96 144", null)]
    [InlineData("48 96", null)]
    [InlineData("0 47", "at byte 47 ")]
    [InlineData("0 96 48", "at byte 48 ")]
    [InlineData("0 192", "at byte 192 ")]
    [InlineData("4", "at byte 4 ")]
    [InlineData("0 4294967295", "at byte 4294967295 ")]
    public void An_offset_table_leads_to_fragments(string offsets, string? damage)
    {
        ulong[] entries = offsets.Split(' ').Select(offset => ulong.Parse(offset, CultureInfo.InvariantCulture)).ToArray();
        byte[] basic = entries.SelectMany(entry => BitConverter.GetBytes((uint)entry)).ToArray();
        byte[] extended = entries.SelectMany(BitConverter.GetBytes).ToArray();
        byte[][] fragments = [Frame, Frame, Frame, Frame];
        DicomBuilder withBasic = new() { TransferSyntax = DicomSyntax.JpegBaseline, OffsetTable = basic, Fragments = fragments };
        DicomElement table = DicomElement.Raw(0x7FE00001, "OV", extended);
        DicomBuilder withExtended = new() { TransferSyntax = DicomSyntax.JpegBaseline, Fragments = fragments, Elements = [table] };

        Assert.Equal(40, Frame.Length);
        foreach (DicomBuilder image in new[] { withBasic, withExtended })
        {
            if (damage is null)
            {
                Inspecting.Whole(image.Build());
            }
            else
            {
                Inspecting.Damaged(image.Build(), "the offset table places a frame " + damage);
            }
        }
    }

    [Theory]
    [InlineData(DicomSyntax.JpegBaseline)]
    [InlineData(DicomSyntax.JpegLossless)]
    [InlineData(DicomSyntax.JpegLsLossless)]
    [InlineData(DicomSyntax.Jpeg2000Lossless)]
    public void The_compressed_image_is_as_large_as_the_header_says(string syntax)
    {
        DicomBuilder Image(int columns, int rows) =>
            new() { TransferSyntax = syntax, Columns = 300, Rows = 200, Fragments = [Even(CompressedFrame.Of(syntax, columns, rows))] };

        Inspecting.Whole(Image(300, 200).Build());
        Inspecting.Damaged(Image(300, 201).Build(), "300×201 pixels, and Columns and Rows say 300×200");
        Inspecting.Damaged(Image(200, 300).Build(), "200×300 pixels");
    }

    [Fact]
    public void The_first_fragment_that_is_not_empty_has_the_header()
    {
        DicomBuilder image = new() { TransferSyntax = DicomSyntax.JpegBaseline, Rows = 20, Fragments = [[], Frame] };
        Inspecting.Damaged(image.Build(), "16×16 pixels, and Columns and Rows say 16×20");
    }

    [Fact]
    public void A_header_that_goes_on_in_the_next_fragment_is_left_alone()
    {
        byte[] frame = CompressedFrame.Of(DicomSyntax.JpegBaseline, 99, 99);
        DicomBuilder image = new() { TransferSyntax = DicomSyntax.JpegBaseline, Fragments = [frame[..20], frame[20..]] };
        Inspecting.Whole(image.Build());
    }

    [Theory]
    [InlineData(DicomSyntax.JpegBaseline, "JPEG ")]
    [InlineData(DicomSyntax.JpegLsLossless, "JPEG-LS ")]
    [InlineData(DicomSyntax.Jpeg2000Lossless, "JPEG 2000 ")]
    public void Another_compression_than_the_transfer_syntax_says_is_damage(string syntax, string name)
    {
        string other = syntax == DicomSyntax.Jpeg2000Lossless ? DicomSyntax.JpegLsLossless : DicomSyntax.Jpeg2000Lossless;
        foreach (byte[] frame in new[] { CompressedFrame.Of(other), new byte[64], [0xFF, 0xD8, 0xFF, 0xD9] })
        {
            DicomBuilder image = new() { TransferSyntax = syntax, Fragments = [Even(frame)] };
            Inspecting.Damaged(image.Build(), $"do not start with the header of a {name}image");
        }
    }

    [Fact]
    public void A_JPEG_2000_image_may_be_offset_and_in_boxes()
    {
        DicomBuilder Image(byte[] frame) => new() { TransferSyntax = DicomSyntax.Jpeg2000Lossless, Fragments = [Even(frame)] };

        Inspecting.Whole(Image(CompressedFrame.Jpeg2000(16, 16, offset: 100)).Build());
        Inspecting.Whole(Image(CompressedFrame.Boxed(CompressedFrame.Jpeg2000(16, 16))).Build());
        Inspecting.Damaged(Image(CompressedFrame.Boxed(CompressedFrame.Jpeg2000(16, 17))).Build(), "16×17 pixels");
    }

    [Fact]
    public void Deflated_pixel_data_that_cannot_be_unpacked_are_damage()
    {
        Random random = new(1);
        byte[] pixels = Enumerable.Range(0, 256 * 256 * 2).Select(index => (byte)((index * 7) + random.Next(4))).ToArray();
        byte[] file = new DicomBuilder
        {
            TransferSyntax = DicomSyntax.DeflatedLittleEndian,
            Rows = 256,
            Columns = 256,
            Pixels = pixels,
        }.Build();
        Inspecting.Whole(file);
        List<ImageInspection> inspections = [];
        for (int distance = 100; distance < file.Length - 20_000; distance += 1000)
        {
            byte[] damaged = (byte[])file.Clone();
            damaged.AsSpan(file.Length - distance, 50).Fill(0xFF);
            inspections.Add(Inspecting.Inspect(damaged));
        }

        // Wrong data without an error in unpacking cannot be detected; data that ends early is truncated.
        ImageProblem[] damages = inspections.Select(inspection => inspection.Damage).OfType<ImageProblem>().ToArray();
        Assert.NotEmpty(damages);
        Assert.All(damages, damage => Assert.Equal("the deflated pixel data cannot be unpacked", damage.Detail));
        Assert.All(inspections, inspection => Assert.True(inspection.Probe.Problem is null or { Kind: ImageProblemKind.Truncated }));
    }

    [Fact]
    public void Another_element_among_the_fragments_is_damage()
    {
        byte[] file = new DicomBuilder { TransferSyntax = DicomSyntax.JpegBaseline, Fragments = [Frame, Frame] }.Build();
        file[Inspecting.LastIndexOf(file, 0xFE, 0xFF, 0x00, 0xE0) + 2] = 0x10;

        Inspecting.Damaged(file, "where a fragment of the pixel data should");
    }

    [Fact]
    public void Missing_delimiters_are_truncation() =>
        Assert.Equal(
            ImageProblemKind.Truncated,
            Inspecting
                .Inspect(new DicomBuilder { TransferSyntax = DicomSyntax.JpegBaseline, HasSequenceDelimiter = false }.Build())
                .Probe.Problem?.Kind);

    private static byte[] Even(byte[] frame) => frame.Length % 2 == 0 ? frame : [.. frame, 0];
}
