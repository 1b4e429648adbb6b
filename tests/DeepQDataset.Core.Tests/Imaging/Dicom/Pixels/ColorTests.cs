using DeepQDataset.TestKit;
using Xunit;
using static DeepQDataset.Core.Tests.Imaging.Dicom.Pixels.Showing;

namespace DeepQDataset.Core.Tests.Imaging.Dicom.Pixels;

/// <summary>Colours become red, green and blue of 8 bits.</summary>
public sealed class ColorTests
{
    [Fact]
    public void Rgb_stays_as_it_is() => Assert.Equal([1, 2, 3, 250, 251, 252], Show(Colors("RGB", [1, 2, 3, 250, 251, 252])));

    [Fact]
    public void Planes_are_put_together() =>
        Assert.Equal([1, 2, 3, 11, 12, 13], Show(Colors("RGB", [1, 11, 2, 12, 3, 13], DicomElement.UInt16(0x00280006, 1))));

    [Fact]
    public void Luminance_and_chrominances_become_colours() => Assert.Equal(
        [76, 76, 76, 254, 0, 0, 255, 255, 1],
        Show(Colors("YBR_FULL", [76, 128, 128, 76, 85, 255, 226, 1, 149])));

    [Fact]
    public void Two_pixels_may_share_their_chrominances() =>
        Assert.Equal([76, 76, 76, 90, 90, 90], Show(Colors("YBR_FULL_422", [76, 90, 128, 128])));

    [Fact]
    public void Of_16_bits_the_upper_8_are_shown()
    {
        DicomBuilder file = new() { Rows = 1, Columns = 1, SamplesPerPixel = 3, BitsStored = 16, Pixels = Words(0x1234, 0xFFFF, 0x00FF) };

        Assert.Equal([0x12, 0xFF, 0x00], Show(file));
    }

    [Fact]
    public void A_palette_gives_the_colours() =>
        Assert.Equal(
            [0, 16, 32, 1, 17, 33, 255, 128, 0], Show(Palette([0, 6, 9], 5, 16, Upper(0, 1, 255), Upper(16, 17, 128), Upper(32, 33, 0))));

    [Fact]
    public void Entries_of_16_bits_that_use_8_are_taken_as_such() =>
        Assert.Equal([0, 16, 32, 1, 17, 33], Show(Palette([0, 1], 0, 16, [0, 1], [16, 17], [32, 33])));

    [Fact]
    public void Entries_of_8_bits_may_be_packed_by_two() =>
        Assert.Equal([0, 16, 32, 1, 17, 33], Show(Palette([0, 1], 0, 8, [0x0100], [0x1110], [0x2120])));

    [Fact]
    public void A_segmented_palette_is_expanded()
    {
        // Two entries, a line of four up to 0x6400, then both again.
        ushort[] segments = [0, 2, 0x0000, 0x1400, 1, 4, 0x6400, 2, 2, 0, 0];
        DicomBuilder file = new()
        {
            Rows = 1,
            Columns = 8,
            BitsAllocated = 8,
            Photometric = "PALETTE COLOR",
            Pixels = [0, 1, 2, 3, 4, 5, 6, 8],
            Elements = [.. Descriptors(12, 0, 16), .. Data(0x00281221, segments, segments, segments)],
        };

        byte[] reds = Show(file).Where((_, index) => index % 3 == 0).ToArray();

        Assert.Equal([0x00, 0x14, 0x28, 0x3C, 0x50, 0x64, 0x00, 0x28], reds);
    }

    [Fact]
    public void A_palette_with_too_few_entries_is_named() =>
        Assert.Contains("Palette Color Lookup Table", Fault(Palette([0, 1], 0, 16, [0], [0, 1], [0, 1])));

    [Theory]
    [InlineData("CMYK", 4)]
    [InlineData("HSV", 3)]
    [InlineData("YBR_PARTIAL_420", 3)]
    [InlineData("RGB", 1)]
    [InlineData("MONOCHROME2", 3)]
    public void What_cannot_be_shown_is_named(string photometric, int samples)
    {
        DicomBuilder file = new() { BitsAllocated = 8, SamplesPerPixel = samples, Photometric = photometric };

        Assert.Contains(photometric, Fault(file));
    }

    private static ushort[] Upper(params byte[] entries) => Array.ConvertAll(entries, entry => (ushort)((entry << 8) | 7));

    private static DicomElement[] Descriptors(ushort count, ushort first, ushort bits) =>
        [.. Enumerable.Range(0, 3).Select(channel => DicomElement.UInt16(0x00281101 + (uint)channel, count, first, bits))];

    private static DicomElement[] Data(uint tag, params ushort[][] tables) =>
        [.. tables.Select((table, channel) => DicomElement.Raw(tag + (uint)channel, "OW", Words(table)))];

    private static DicomBuilder Palette(byte[] pixels, ushort first, ushort bits, ushort[] red, ushort[] green, ushort[] blue) =>
        new()
        {
            Rows = 1,
            Columns = pixels.Length,
            BitsAllocated = 8,
            Photometric = "PALETTE COLOR",
            Pixels = pixels,
            Elements =
            [
                .. Descriptors((ushort)(bits == 8 ? 2 * green.Length : green.Length), first, bits),
                .. Data(0x00281201, red, green, blue),
            ],
        };
}
