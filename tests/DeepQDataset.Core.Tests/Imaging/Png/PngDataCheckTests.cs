using DeepQDataset.Core.Tests.Imaging.Probing;
using DeepQDataset.Imaging;
using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Core.Tests.Imaging.Png;

/// <summary>PNG read whole: each kind of damage alone, and every valid form without any.</summary>
public sealed class PngDataCheckTests
{
    public static TheoryData<int, int> Forms =>
        new()
        {
            { 0, 1 },
            { 0, 2 },
            { 0, 4 },
            { 0, 8 },
            { 0, 16 },
            { 2, 8 },
            { 2, 16 },
            { 3, 1 },
            { 3, 2 },
            { 3, 4 },
            { 3, 8 },
            { 4, 8 },
            { 4, 16 },
            { 6, 8 },
            { 6, 16 },
        };

    [Theory]
    [MemberData(nameof(Forms))]
    public void Every_form_is_whole(int colorType, int bitDepth)
    {
        foreach (bool interlaced in new[] { false, true })
        {
            for (int filter = 0; filter <= 4; filter++)
            {
                PngBuilder image = new()
                {
                    Width = 21,
                    Height = 18,
                    ColorType = colorType,
                    BitDepth = bitDepth,
                    Interlaced = interlaced,
                    Filter = filter,
                    DataChunks = 3,
                };

                Assert.False(Inspecting.Whole(image.Build()).IsBlank);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_blank_image_is_known_in_every_form(int colorType, int bitDepth)
    {
        foreach (bool interlaced in new[] { false, true })
        {
            for (int filter = 0; filter <= 4; filter++)
            {
                PngBuilder image = new()
                {
                    Width = 19,
                    Height = 17,
                    ColorType = colorType,
                    BitDepth = bitDepth,
                    Interlaced = interlaced,
                    Filter = filter,
                    Blank = true,
                    BlankValue = 0xB1,
                };

                Assert.True(Inspecting.Whole(image.Build()).IsBlank);
            }
        }
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 2)]
    [InlineData(1, 40)]
    public void An_interlaced_image_may_lack_passes(int width, int height) =>
        Inspecting.Whole(new PngBuilder { Width = width, Height = height, Interlaced = true }.Build());

    [Fact]
    public void The_frames_of_an_animation_are_passed_over() =>
        Inspecting.Whole(new PngBuilder { AnimationFrames = 2, LateChunks = [("fcTL", new byte[26]), ("fdAT", new byte[40])] }.Build());

    [Theory]
    [InlineData("tEXt")]
    [InlineData("IDAT")]
    [InlineData("IEND")]
    public void A_wrong_chunk_checksum_is_damage(string type) =>
        Inspecting.Damaged(new PngBuilder { Text = "Title=x", WrongCrcOf = type }.Build(), $"checksum of the {type} chunk");

    [Fact]
    public void A_chunk_where_it_must_not_be_is_damage()
    {
        Inspecting.Damaged(new PngBuilder { ExtraChunks = [("ABCD", [1])] }.Build(), "critical chunk ABCD");
        Inspecting.Damaged(new PngBuilder { LateChunks = [("IDAT", []), ("teXt", []), ("IDAT", [])] }.Build(), "do not follow one another");
        Inspecting.Damaged(new PngBuilder { LateChunks = [("PLTE", new byte[3])] }.Build(), "PLTE chunk stands behind");
        Inspecting.Damaged(new PngBuilder { ExtraChunks = [("PLTE", new byte[3]), ("PLTE", new byte[3])] }.Build(), "second PLTE");
        Inspecting.Damaged(new PngBuilder { ExtraChunks = [("PLTE", new byte[4])] }.Build(), "no palette");
        Inspecting.Damaged(new PngBuilder { ExtraChunks = [("IHDR", new byte[13])] }.Build(), "second IHDR");
        Inspecting.Damaged(new PngBuilder { OmitEnd = true, LateChunks = [("IEND", [7])] }.Build(), "IEND chunk is not empty");
    }

    [Fact]
    public void Damaged_compressed_data_are_damage()
    {
        Inspecting.Damaged(new PngBuilder { WrongDataChecksum = true }.Build(), "compressed image data are damaged");
        Inspecting.Damaged(new PngBuilder { CutData = 2 }.Build(), "end before their checksum");
        Inspecting.Damaged(new PngBuilder { Width = 100, Height = 100, CutData = 900 }.Build(), "end in row");
    }

    [Theory]
    [InlineData(false, 1, "more image data")]
    [InlineData(false, -1, "end in row 15 of 16")]
    [InlineData(false, -700, "end in row")]
    [InlineData(true, 100_000, "more image data")]
    [InlineData(true, -1, "of pass 7 of 7")]
    public void A_wrong_amount_of_data_is_damage(bool interlaced, int surplus, string detail) =>
        Inspecting.Damaged(new PngBuilder { Interlaced = interlaced, SurplusData = surplus }.Build(), detail);

    [Fact]
    public void An_invalid_filter_type_is_damage()
    {
        Inspecting.Damaged(new PngBuilder { DeclaredFilter = 5 }.Build(), "filter type 5");
        Inspecting.Whole(new PngBuilder { DeclaredFilter = 4 }.Build());
    }

    [Fact]
    public void A_file_that_ends_early_is_truncated_and_nothing_else()
    {
        byte[] file = new PngBuilder { Width = 60, Height = 60 }.Build();
        for (int length = 60; length < file.Length; length += 97)
        {
            Assert.Equal(ImageProblemKind.Truncated, Inspecting.Inspect(file[..length]).Probe.Problem?.Kind);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(100_000)]
    public void Bytes_behind_the_end_are_counted(int count) =>
        Assert.Equal(count, Inspecting.Whole(new PngBuilder { Trailing = new byte[count] }.Build()).TrailingBytes);
}
