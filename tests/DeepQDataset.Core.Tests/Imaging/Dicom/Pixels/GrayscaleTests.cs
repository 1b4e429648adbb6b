using DeepQDataset.Imaging.Dicom.Pixels;
using DeepQDataset.TestKit;
using Xunit;
using static DeepQDataset.Core.Tests.Imaging.Dicom.Pixels.Showing;

namespace DeepQDataset.Core.Tests.Imaging.Dicom.Pixels;

/// <summary>Grey values become 8 bits as PS3.3 sections C.7.6.3, C.11.1 and C.11.2 say.</summary>
public sealed class GrayscaleTests
{
    private static readonly DicomElement Signed = DicomElement.UInt16(0x00280103, 1);

    [Fact]
    public void The_window_of_the_file_is_linear_between_its_ends()
    {
        // Center 2048, width 4096: from 0 black to 4095 white (the example of C.11.2.1.2).
        byte[] shown = Show(Row([0, 1024, 2048, 3072, 4095], Window(2048, 4096)));

        Assert.Equal([0, 63, 127, 191, 255], shown);
    }

    [Fact]
    public void Values_beyond_the_window_are_black_and_white() =>
        Assert.Equal([0, 0, 127, 255, 255], Show(Row([0, 999, 1100, 1201, 4000], Window(1100.5, 201))));

    [Fact]
    public void A_window_of_width_one_divides_black_from_white() =>
        Assert.Equal([0, 0, 255, 255], Show(Row([98, 99, 100, 101], Window(100, 1))));

    [Theory]
    [InlineData(null)]
    [InlineData("LINEAR")]
    [InlineData("LINEAR_EXACT")]
    public void A_window_narrower_than_one_is_exact(string? function) =>
        Assert.Equal([0, 63, 127, 191, 255], Show(Row([0, 1000, 2000, 3000, 4000], [.. Rescale(0, 1e-4), .. Window(0.2, 0.4, function)])));

    [Fact]
    public void A_given_window_may_be_narrower_than_one() =>
        Assert.Equal([0, 63, 127, 191, 255], Show(Row([0, 1000, 2000, 3000, 4000], Rescale(0, 1e-4)), "0.2,0.4"));

    [Fact]
    public void The_exact_linear_function_has_other_ends() =>
        Assert.Equal([0, 0, 127, 255, 255], Show(Row([0, 1000, 1100, 1200, 1300], Window(1100, 200, "LINEAR_EXACT"))));

    [Fact]
    public void The_sigmoid_function_is_half_grey_at_its_center()
    {
        byte[] shown = Show(Row([0, 900, 1000, 1100, 4000], Window(1000, 400, "SIGMOID")));

        Assert.Equal([0, 68, 127, 186, 255], shown);
    }

    [Fact]
    public void Of_several_windows_the_first_counts() => Assert.Equal(
        Show(Row([0, 500, 1000], Window(500, 400))),
        Show(Row([0, 500, 1000], DicomElement.Text(0x00281050, "DS", @"500\40"), DicomElement.Text(0x00281051, "DS", @"400\80"))));

    [Fact]
    public void Without_a_window_the_lowest_value_is_black_and_the_highest_white() =>
        Assert.Equal([0, 127, 255], Show(Row([100, 200, 300])));

    [Fact]
    public void A_window_without_width_is_none() => Assert.Equal([0, 127, 255], Show(Row([100, 200, 300], Window(100, 0))));

    [Fact]
    public void MinMax_does_not_look_at_the_window_of_the_file() =>
        Assert.Equal([0, 127, 255], Show(Row([100, 200, 300], Window(1000, 10)), "MinMax"));

    [Fact]
    public void A_given_window_takes_the_place_of_that_of_the_file() =>
        Assert.Equal([0, 127, 255], Show(Row([100, 200, 300], Window(1000, 10)), "200.5,201"));

    [Fact]
    public void One_value_throughout_is_black() => Assert.Equal([0, 0], Show(Row([700, 700])));

    [Fact]
    public void Identity_stays_identity()
    {
        byte[] all = Enumerable.Range(0, 256).Select(value => (byte)value).ToArray();

        Assert.Equal(all, Show(new DicomBuilder { Rows = 16, Columns = 16, BitsAllocated = 8, Pixels = all }));
    }

    [Fact]
    public void The_window_is_in_units_of_the_rescale() =>
        Assert.Equal([0, 127, 255], Show(Row([924, 1064, 1204], [.. Rescale(-1024, 1), .. Window(40.5, 281)])));

    [Fact]
    public void A_slope_below_zero_turns_bright_to_dark() => Assert.Equal([255, 127, 0], Show(Row([0, 50, 100], Rescale(0, -0.5))));

    [Fact]
    public void A_modality_table_takes_the_place_of_the_rescale() =>
        Assert.Equal([255, 127, 0, 0], Show(Row([0, 1, 2, 3], Table(0x00283000, [3, 0, 16], [200, 150, 100]), Rescale(5, 7)[0])));

    [Fact]
    public void A_VOI_table_is_used_where_there_is_no_window() =>
        Assert.Equal([0, 0, 127, 255, 255], Show(Row([0, 100, 101, 102, 900], Table(0x00283010, [3, 100, 8], [0, 127, 255]))));

    [Theory]
    [InlineData(DicomSyntax.ExplicitLittleEndian, 0xFC00)] // -1024
    [InlineData(DicomSyntax.ImplicitLittleEndian, 0xFC00)]
    [InlineData(DicomSyntax.ImplicitLittleEndian, 0xFFFE)] // -2
    public void The_first_value_of_a_VOI_table_is_signed_where_the_rescale_gives_negative_ones(string syntax, int first)
    {
        double lowest = (short)first;
        DicomBuilder file = Row([0, 1, 2], [.. Rescale(lowest, 1), Table(0x00283010, [3, (ushort)first, 8], [0, 127, 255])]);

        Assert.Equal([0, 127, 255], Show(new DicomBuilder
        {
            Rows = file.Rows,
            Columns = file.Columns,
            Pixels = file.Pixels,
            Elements = file.Elements,
            TransferSyntax = syntax,
        }));
    }

    [Fact]
    public void The_first_value_of_a_VOI_table_is_unsigned_behind_a_modality_table()
    {
        DicomElement modality = Table(0x00283000, [3, 0, 16], [40_000, 40_001, 40_002]);
        DicomElement voi = Table(0x00283010, [3, 40_000, 8], [0, 127, 255]);

        Assert.Equal([0, 127, 255], Show(Row([0, 1, 2], [.. Rescale(-50_000, 1), modality, voi])));
    }

    [Theory]
    [InlineData(new[] { 0, 2047, 4095 }, new[] { 0, 127, 255 })]
    [InlineData(new[] { 0, 500, 1000 }, new[] { 0, 127, 255 })]
    [InlineData(new[] { 0, 16384, 32767 }, new[] { 0, 63, 127 })]
    public void A_VOI_table_that_says_16_bits_and_holds_12_is_shown_up_to_its_highest_entry(int[] entries, int[] expected) => Assert.Equal(
        Array.ConvertAll(expected, value => (byte)value),
        Show(Row([0, 1, 2], Table(0x00283010, [3, 0, 16], Array.ConvertAll(entries, entry => (ushort)entry)))));

    [Fact]
    public void The_entries_of_a_VOI_table_may_be_packed_by_two() =>
        Assert.Equal([0, 127, 255, 64], Show(Row([100, 101, 102, 103], Table(0x00283010, [4, 100, 8], [0x7F00, 0x40FF]))));

    [Fact]
    public void Of_window_and_VOI_table_the_window_is_used() =>
        Assert.Equal([0, 127, 255], Show(Row([100, 200, 300], [.. Window(200.5, 201), Table(0x00283010, [2, 0, 8], [255, 0])])));

    [Fact]
    public void Monochrome1_is_inverted()
    {
        DicomBuilder file = new() { Rows = 1, Columns = 3, Photometric = "MONOCHROME1", Pixels = Words(100, 200, 300) };

        Assert.Equal([255, 128, 0], Show(file));
    }

    [Fact]
    public void Signed_pixels_are_signed() => Assert.Equal([0, 127, 255], Show(Row([0xFF9C, 0, 100], Signed)));

    [Fact]
    public void Signed_pixels_of_twelve_bits_have_their_sign_in_the_twelfth() =>
        Assert.Equal([0, 127, 255], Show(Row([0x0F9C, 0, 100], Signed)));

    [Fact]
    public void Bits_above_those_stored_are_overlays_and_do_not_count() => Assert.Equal([0, 127, 255], Show(Row([0xF000, 0x1064, 0x20C8])));

    [Fact]
    public void The_high_bit_may_be_the_highest_allocated() =>
        Assert.Equal([0, 127, 255], Show(Row([0x0000, 0x0640, 0x0C80], DicomElement.UInt16(0x00280102, 15))));

    [Fact]
    public void A_padding_value_does_not_count_for_MinMax() =>
        Assert.Equal([0, 0, 127, 255], Show(Row([0, 100, 200, 300], DicomElement.UInt16(0x00280120, 0))));

    [Fact]
    public void A_range_of_padding_values_does_not_count_for_MinMax() =>
        Assert.Equal(
            [0, 0, 0, 127, 255], Show(Row([0, 7, 100, 200, 300], DicomElement.UInt16(0x00280120, 10), DicomElement.UInt16(0x00280121, 0))));

    [Theory]
    [InlineData(0, new byte[] { 0, 255, 0 })]
    [InlineData(1, new byte[] { 0, 255, 0 })]
    public void Padding_is_the_background_of_what_has_one_value_else(int padding, byte[] expected) =>
        Assert.Equal(expected, Show(Row([0, 1, 0], DicomElement.UInt16(0x00280120, (ushort)padding)), "MinMax"));

    [Fact]
    public void Padding_alone_counts_all_the_same() =>
        Assert.Equal([0, 255], Show(Row([0, 7], DicomElement.UInt16(0x00280120, 0), DicomElement.UInt16(0x00280121, 10))));

    [Fact]
    public void Pixels_of_32_bits_are_shown()
    {
        DicomBuilder file = new()
        {
            Rows = 1,
            Columns = 3,
            BitsAllocated = 32,
            Pixels = Words(0x0000, 0x0010, 0x8000, 0x0010, 0x0000, 0x0011),
        };

        Assert.Equal([0, 127, 255], Show(file));
    }

    [Fact]
    public void Pixels_of_one_bit_follow_each_other_across_frames()
    {
        DicomBuilder file = new() { Rows = 1, Columns = 5, BitsAllocated = 1, Frames = 2, Pixels = [0b101_10011, 0b0000_0010] };

        Assert.Equal([255, 255, 0, 0, 255], Show(file));
        Assert.Equal([255, 0, 255, 0, 255], Show(file, frame: 1));
    }

    [Fact]
    public void Frames_have_the_window_of_their_functional_group()
    {
        DicomBuilder file = new()
        {
            Rows = 1,
            Columns = 3,
            Frames = 3,
            Pixels = Words(0, 100, 200, 0, 100, 200, 0, 100, 200),
            Elements =
            [
                DicomElement.Sequence(0x52009229, Group(0x00289132, Window(100.5, 201))),
                DicomElement.Sequence(0x52009230, Group(0x00289145, Rescale(-100, 1)), Group(0x00289132, Window(200.5, 201))),
            ],
        };

        Assert.Equal([0, 0, 127], Show(file));
        Assert.Equal([0, 0, 127], Show(file, frame: 1));
        Assert.Equal([0, 127, 255], Show(file, frame: 2));
    }

    [Theory]
    [InlineData("40,400", true)]
    [InlineData("-600.5, 1500", true)]
    [InlineData("minmax", true)]
    [InlineData("FromFile", true)]
    [InlineData("40", false)]
    [InlineData("0.2,0.4", true)]
    [InlineData("40,0", false)]
    [InlineData("40,-1", false)]
    [InlineData("40;400", false)]
    [InlineData("NaN,400", false)]
    [InlineData("", false)]
    public void A_window_is_a_center_and_a_width(string text, bool isValid) =>
        Assert.Equal(isValid, WindowChoice.TryParse(text, out _));

    private static DicomElement[] Group(uint tag, DicomElement[] elements) => [DicomElement.Sequence(tag, elements)];

    private static DicomElement Table(uint sequence, ushort[] descriptor, ushort[] data) =>
        DicomElement.Sequence(sequence, [DicomElement.UInt16(0x00283002, descriptor), DicomElement.UInt16(0x00283006, data)]);
}
