using DeepQDataset.Imaging.Dicom.JpegLs;
using DeepQDataset.TestKit;
using Xunit;
using static DeepQDataset.Core.Tests.Imaging.Dicom.JpegLs.JpegLsDecoding;

namespace DeepQDataset.Core.Tests.Imaging.Dicom.JpegLs;

/// <summary>JPEG-LS is decoded in all its forms (ITU-T T.87), to the last value.</summary>
public sealed class JpegLsDecoderTests
{
    [Fact]
    public void The_example_of_the_standard_is_decoded()
    {
        // ITU-T T.87 section H.3: an image of four by four samples, and its coded data.
        byte[] codestream = Convert.FromHexString(
            "FFD8FFF7000B080004000401011100FFDA0008010100000000" +
            "C000006C80208E01C00000574000006EE6000001BC18000005D800009160FFD9");

        Assert.Equal([0, 0, 90, 74, 68, 50, 43, 205, 64, 145, 145, 145, 100, 145, 145, 145], Decode(codestream));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(10)]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    [InlineData(14)]
    [InlineData(15)]
    [InlineData(16)]
    public void Samples_of_all_bits_are_decoded_without_loss_and_with_some(int precision)
    {
        int maximum = (1 << precision) - 1;
        for (int kind = 0; kind < 5; kind++)
        {
            foreach (int near in (int[])[0, 1, Math.Min(255, maximum / 2)])
            {
                Check(new() { Width = 61, Precision = precision, Near = near, Components = [Shades(kind, 61, 40, maximum, kind + 1)] });
            }
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Components_follow_each_other_in_any_way(int interleave)
    {
        for (int kind = 0; kind < 5; kind++)
        {
            for (int components = 2; components <= 4; components++)
            {
                foreach (int near in (int[])[0, 3])
                {
                    Check(new()
                    {
                        Width = 37,
                        Near = near,
                        Interleave = interleave,
                        Precision = 8 + components,
                        Components = Enumerable.Range(0, components).Select(seed => Shades(kind, 37, 21, 1023, seed)).ToArray(),
                    });
                }
            }
        }
    }

    [Fact]
    public void Some_components_may_be_interleaved_and_others_not() => Check(new()
    {
        Width = 19,
        Interleave = 2,
        Scans = [[0], [1, 2, 3]],
        Components = Enumerable.Range(0, 4).Select(seed => Shades(seed, 19, 11, 255, seed)).ToArray(),
    });

    [Theory]
    [InlineData(0, 1, 2)]
    [InlineData(0, 7, 3)]
    [InlineData(1, 3, 4)]
    [InlineData(2, 1, 2)]
    [InlineData(2, 5, 2)]
    [InlineData(1, 17, 2)]
    [InlineData(1, 70000, 4)]
    public void Restarts_are_followed(int interleave, int lines, int bytes)
    {
        JpegLsBuilder colors = Colors(interleave);
        Check(new() { Width = 23, Interleave = interleave, RestartLines = lines, RestartBytes = bytes, Components = colors.Components });
        Check(new() { Width = 1, RestartLines = lines, RestartBytes = bytes, Components = [Shades(0, 1, 90, 255, 7)] });
    }

    [Theory]
    [InlineData(0, 0, 0, 0, 0)]
    [InlineData(0, 9, 9, 9, 31)]
    [InlineData(0, 1, 2, 3, 3)]
    [InlineData(0, 300, 700, 4095, 255)]
    [InlineData(4095, 18, 67, 276, 4095)]
    [InlineData(4000, 0, 0, 0, 0)]
    [InlineData(2048, 5, 0, 500, 300)]
    [InlineData(1, 1, 1, 1, 3)]
    [InlineData(100, 0, 0, 0, 20)]
    public void Coding_parameters_are_taken(int maximum, int first, int second, int third, int reset)
    {
        int greatest = maximum == 0 ? 4095 : maximum;
        for (int kind = 0; kind < 5; kind++)
        {
            Check(new()
            {
                Width = 100,
                Precision = 12,
                Parameters = [maximum, first, second, third, reset],
                Components = [Shades(kind, 100, 60, greatest, kind)],
            });
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void A_size_in_a_segment_of_its_own_is_taken(int bytes) =>
        Check(new() { Width = 30, OversizeBytes = bytes, Components = [Shades(1, 30, 20, 255, 5)] });

    [Fact]
    public void Lines_may_be_longer_than_the_longest_run() =>
        Check(new() { Width = 40000, Components = [Enumerable.Repeat(7, 40 * 40000).ToArray(), Shades(2, 40000, 40, 255, 6)] });

    [Fact]
    public void Data_without_their_end_are_decoded_all_the_same() =>
        Check(new() { Width = 30, HasEnd = false, Components = [Shades(0, 30, 20, 255, 5)] });

    [Fact]
    public void Unknown_segments_and_bytes_that_fill_are_passed_over()
    {
        byte[] before = [0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xFF, 0xFE, 0, 3, 9, 0xFF, 0xF8, 0, 5, 2, 1, 0];

        Check(new() { Width = 30, Before = before, Components = [Shades(0, 30, 20, 255, 5)] });
    }

    [Fact]
    public void Scans_that_name_other_components_than_the_frame_mean_them_in_their_order()
    {
        JpegLsBuilder colors = Colors(interleave: 0);
        byte[] codestream = colors.Build();
        foreach (int scan in Scans(codestream))
        {
            codestream[scan + 5]--;
        }

        Assert.Equal(Interleave(colors.Components), Decode(codestream));
    }

    [Fact]
    public void Scans_come_in_any_order()
    {
        JpegLsBuilder colors = new() { Width = 23, Scans = [[2], [0], [1]], Components = Colors(0).Components };

        Check(colors);
    }

    [Theory]
    [InlineData(1, 198, 100, 50)] // red 170, green 100, blue 22
    [InlineData(2, 198, 100, 15)]
    [InlineData(3, 98, 50, 198)]
    public void Transformed_colours_become_red_green_and_blue(byte transform, int first, int second, int third)
    {
        byte[] told = [0xFF, 0xE8, 0, 7, (byte)'m', (byte)'r', (byte)'f', (byte)'x', transform];
        JpegLsBuilder image = new() { Width = 1, Interleave = 2, Before = told, Components = [[first], [second], [third]] };

        Assert.Equal([170, 100, 22], Decode(image.Build()));
    }

    [Fact]
    public void One_decoder_serves_one_image_after_the_other()
    {
        JpegLsDecoder decoder = new();
        foreach ((int width, int near) in (ReadOnlySpan<(int, int)>)[(300, 0), (5, 2), (80, 0), (5, 0)])
        {
            JpegLsBuilder image = new() { Width = width, Near = near, Components = [Shades(4, width, 30, 255, width)] };
            byte[] codestream = image.Build();

            Assert.Null(decoder.ReadHeader(codestream));
            byte[] samples = new byte[decoder.Frame.DecodedBytes];
            Assert.Null(decoder.Decode(codestream, samples));
            Assert.Equal(image.Decoded[0], samples.Select(static value => (int)value));
        }
    }

    /// <summary>Where the markers of scans stand.</summary>
    private static int[] Scans(byte[] codestream) =>
        Enumerable.Range(0, codestream.Length - 1).Where(at => codestream[at] == 0xFF && codestream[at + 1] == 0xDA).ToArray();

    private static void Check(JpegLsBuilder image)
    {
        int[] decoded = Decode(image.Build());

        Assert.Equal(Interleave(image.Decoded), decoded);
        int greatest = Interleave(image.Components).Zip(decoded, static (original, sample) => Math.Abs(original - sample)).Max();
        Assert.InRange(greatest, 0, image.Near);
    }
}
