using DeepQDataset.Imaging;
using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Core.Tests.Imaging.Full;

/// <summary>DICOM read whole: fragments followed to their delimiter, native pixels compared with the first.</summary>
public sealed class DicomDataCheckTests
{
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
        bool isNative = Inspecting.Inspect(new DicomBuilder { TransferSyntax = syntax }.Build()).Probe.Header?.Dicom is { IsEncapsulated: false };
        Inspecting.Whole(new DicomBuilder { TransferSyntax = syntax, Frames = 3, Fragments = isNative ? null : [[1, 2], [3, 4], [5, 6]] }.Build());
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
    public void Fragments_that_are_not_all_there_are_damage()
    {
        byte[] fragment = new byte[64];
        DicomBuilder two = new() { TransferSyntax = DicomSyntax.JpegBaseline, Frames = 3, Fragments = [fragment, fragment] };
        DicomBuilder three = new() { TransferSyntax = DicomSyntax.JpegBaseline, Frames = 3, Fragments = [fragment, fragment, fragment] };

        Inspecting.Damaged(two.Build(), "2 fragments for 3 frames");
        Inspecting.Whole(three.Build());
    }

    [Fact]
    public void An_offset_table_that_leads_beyond_the_fragments_is_damage()
    {
        DicomBuilder image = new() { TransferSyntax = DicomSyntax.JpegBaseline, OffsetTable = [72, 0, 0, 0], Fragments = [new byte[64]] };

        Inspecting.Damaged(image.Build(), "places a frame at byte 72, and the fragments have 72");
    }

    [Fact]
    public void Another_element_among_the_fragments_is_damage()
    {
        byte[] file = new DicomBuilder { TransferSyntax = DicomSyntax.JpegBaseline, Fragments = [new byte[64], new byte[64]] }.Build();
        file[Inspecting.LastIndexOf(file, 0xFE, 0xFF, 0x00, 0xE0) + 2] = 0x10;

        Inspecting.Damaged(file, "where a fragment of the pixel data should");
    }

    [Fact]
    public void Missing_delimiters_are_truncation() => Assert.Equal(
        ImageProblemKind.Truncated,
        Inspecting.Inspect(new DicomBuilder { TransferSyntax = DicomSyntax.JpegBaseline, HasSequenceDelimiter = false }.Build()).Probe.Problem?.Kind);
}
