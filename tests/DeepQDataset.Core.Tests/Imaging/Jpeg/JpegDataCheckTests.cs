using DeepQDataset.Core.Tests.Imaging.Probing;
using DeepQDataset.Imaging;
using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Core.Tests.Imaging.Jpeg;

/// <summary>JPEG read whole: each kind of damage alone, and every valid form without any.</summary>
public sealed class JpegDataCheckTests
{
    /// <summary>40 × 24 pixels, 4:2:0, in ten scans with refinements of DC and AC coefficients.</summary>
    private static readonly byte[] Refined = Convert.FromBase64String(
        """
        /9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAoHBwgHBgoICAgLCgoLDhgQDg0NDh0VFhEYIx8lJCIfIiEmKzcvJik0KSEiMEExNDk7Pj4+JS5ESUM8SDc9Pjv/2wBDAQoL
        Cw4NDhwQEBw7KCIoOzs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozv/wgARCAAYACgDASIAAhEBAxEB/8QAGQABAAMBAQAAAAAA
        AAAAAAAAAAIDBQYE/8QAGAEAAwEBAAAAAAAAAAAAAAAAAgQFAwH/2gAMAwEAAhADEAAAAea6bJ1Bylf5tHlDJVqcu24Q2kEm88Ej/8QAHRAAAgICAwEAAAAAAAAAAAAA
        AgMBEQAEEiEiMv/aAAgBAQABBQJY960ccRQ64D2wuArHPjWGK1bhTLk8WPb/ACgopOyU3PiP/8QAHxEAAQQCAgMAAAAAAAAAAAAAAQACBBEDIRIycbHw/9oACAEDAQE/
        AXDnpMFWfPpO4yMjnvCj7yBSTUc19sLD1X//xAAiEQABAgQHAQAAAAAAAAAAAAAAAQIDBDEyBRESExQhQVH/2gAIAQIBAT8BmHbfX0evLVfMiHAShiN7SWuU1q2h/8QA
        JBAAAgECBAcBAAAAAAAAAAAAAAERAgMQMVJiEzJBQmGBocH/2gAIAQEABj8CJZXOks+y3Ham8K3HSB+YFceVNuSHlw28Ep5mULcV0bPwlaEvp//EACEQAQADAAAGAwEA
        AAAAAAAAAAEAESExQVGBkaGxwfBh/9oACAEBAAE/IaYHQAarygUwWPOSn8uUfHXf60Sljzhfsz7glU0DyShK2tcaLgbD5C/WSmMGCmzqfqg2RaWuzOAOV7a+WWoDdn9R
        9z//2gAMAwEAAgADAAAAEAafIPAP/8QAIREBAAEDAgcAAAAAAAAAAAAAAQARIaExQVFhgZGx0eH/2gAIAQMBAT8QSg7od51bh9RVhXtyKtMZgAvHxFdqa5BxaEv3r6n/
        xAAgEQABAwQCAwAAAAAAAAAAAAABABEhMVFhgXHwkbHR/9oACAECAQE/EIIzRx9d9ejECZnNRrtkUHERfJJjHaIi3Z27pRwyPKdEJ//EACEQAQEAAgIBBAMAAAAAAAAA
        AAERACExgVFBYXGhkdHh/9oACAEBAAE/EIWsKAPQgDlXHboFl2IO1M4JmNlBA1KA/wAfXIes+BqslldbdYFAgFlbQ86F6wjDRI0Nl9dYyFAaWqAnQz9ZC1iX4FpoCv2b
        Ht5xKQhW0KM7PyY6KW058j5TeuMB0FCOBD6Wf//Z
        """);

    [Theory]
    [InlineData(1, false)]
    [InlineData(3, false)]
    [InlineData(3, true)]
    [InlineData(4, false)]
    [InlineData(4, true)]
    public void Every_form_is_whole(int components, bool subsampled)
    {
        foreach (bool progressive in new[] { false, true })
        {
            foreach (int interval in new[] { 0, 1, 3 })
            {
                JpegBuilder image = new()
                {
                    Width = 75,
                    Height = 50,
                    Components = components,
                    Subsampled = subsampled,
                    Progressive = progressive,
                    RestartInterval = interval,
                    FillBytes = interval,
                };

                Inspecting.Whole(image.Build());
            }
        }
    }

    [Fact]
    public void Refinement_scans_are_followed()
    {
        Inspecting.Whole(Refined);
        int last = LastScan(Refined);
        Inspecting.Damaged([.. Refined[..(last + 14)], 0xFF, 0xD9], "the image data end after");
    }

    [Fact]
    public void Twelve_bits_a_sample_are_followed() => Inspecting.Whole(new JpegBuilder { FrameMarker = 0xC1, Precision = 12 }.Build());

    [Fact]
    public void Lossless_data_are_followed()
    {
        Inspecting.Whole(Lossless(codedBytes: 32));
        Inspecting.Damaged(Lossless(codedBytes: 31), "end after 248 of 256 units");
    }

    [Theory]
    [InlineData(0xC9)]
    [InlineData(0xC5)]
    public void Nothing_is_said_of_data_that_cannot_be_followed(byte frameMarker) =>
        Inspecting.Whole(new JpegBuilder { FrameMarker = frameMarker }.Build());

    [Fact]
    public void Superfluous_bytes_before_a_marker_are_passed_over()
    {
        byte[] file = new JpegBuilder { Width = 64, RestartInterval = 2 }.Build();

        Inspecting.Whole([.. file[..^2], 1, 2, 3, 0xFF, 0xD9]);
        int restart = Inspecting.FirstIndexOf(file, 0xFF, 0xD0);
        Inspecting.Whole([.. file[..restart], 1, 2, 3, .. file[restart..]]);
    }

    [Fact]
    public void Missing_units_are_damage()
    {
        Inspecting.Damaged(
            new JpegBuilder
            {
                Width = 64,
                Height = 64,
                DeclaredHeight = 72,
            }.Build(),
            "end after 64 of 72 units");
        Inspecting.Damaged(
            new JpegBuilder
            {
                Width = 64,
                Height = 64,
                DeclaredHeight = 72,
                Progressive = true,
            }.Build(),
            "end after 64 of 72 units");
        Inspecting.Damaged(
            new JpegBuilder
            {
                Width = 64,
                Height = 64,
                DeclaredHeight = 72,
                RestartInterval = 8,
            }.Build(),
            "FFD9 stands in the image data where RST7 is due");
    }

    [Fact]
    public void A_marker_within_the_data_is_damage()
    {
        byte[] file = new JpegBuilder { Width = 64, Height = 64 }.Build();
        int middle = (LastScan(file) + file.Length) / 2;

        Inspecting.Damaged([.. file[..middle], 0xFF, 0xD9, .. file[middle..]], "the image data end after");
        Inspecting.Damaged([.. file[..middle], 0xFF, 0xD3, .. file[middle..]], "the image data end after");
    }

    [Fact]
    public void Restart_markers_out_of_order_are_damage()
    {
        byte[] file = new JpegBuilder { Width = 64, RestartInterval = 2 }.Build();
        file[Inspecting.FirstIndexOf(file, 0xFF, 0xD1) + 1] = 0xD2;

        Inspecting.Damaged(file, "FFD2 stands in the image data where RST1 is due");
    }

    [Fact]
    public void A_code_that_does_not_exist_is_damage()
    {
        byte[] file = new JpegBuilder { Width = 64, Height = 64 }.Build();
        int data = LastScan(file) + 14;

        Inspecting.Damaged([.. file[..data], 0xFF, 0, 0xFF, 0, 0xFF, 0, .. file[data..]], "invalid Huffman code");
    }

    [Fact]
    public void Tables_that_are_none_are_damage()
    {
        Inspecting.Damaged(
            new JpegBuilder { ExtraSegments = [(0xC4, [0, 3, .. new byte[15], 1, 2, 3])] }.Build(), "more codes than there can be");
        Inspecting.Damaged(new JpegBuilder { ExtraSegments = [(0xC4, [0x25, .. new byte[16]])] }.Build(), "class 2 and number 5");
        Inspecting.Damaged(new JpegBuilder { ExtraSegments = [(0xC4, [0, 1, .. new byte[15]])] }.Build(), "1 codes, which do not fit");
        Inspecting.Damaged(new JpegBuilder { ExtraSegments = [(0xDB, [0x20, .. new byte[64]])] }.Build(), "precision 2");
        Inspecting.Damaged(new JpegBuilder { ExtraSegments = [(0xDB, [0x10, .. new byte[64]])] }.Build(), "cut off");
        Inspecting.Whole(new JpegBuilder { ExtraSegments = [(0xDB, [0x11, .. new byte[128]])] }.Build());
    }

    [Fact]
    public void Tables_that_are_not_there_are_damage()
    {
        byte[] file = new JpegBuilder().Build();
        file[Inspecting.FirstIndexOf(file, 0xFF, 0xDB) + 1] = 0xFE;
        Inspecting.Damaged(file, "quantization table 0");

        file = new JpegBuilder().Build();
        file[LastScan(file) + 6] = 0x01;
        Inspecting.Damaged(file, "AC Huffman table 1");
    }

    [Fact]
    public void A_video_frame_that_means_the_typical_tables_is_not_blamed()
    {
        byte[] file = new JpegBuilder().Build();
        for (int table = Inspecting.FirstIndexOf(file, 0xFF, 0xC4); table >= 0; table = Inspecting.FirstIndexOf(file, 0xFF, 0xC4))
        {
            file[table + 1] = 0xFE;
        }

        Inspecting.Whole(file);
    }

    [Fact]
    public void A_scan_header_that_makes_no_sense_is_damage()
    {
        byte[] file = new JpegBuilder().Build();
        file[LastScan(file) + 5] = 9;
        Inspecting.Damaged(file, "component 9");

        file = new JpegBuilder { Progressive = true }.Build();
        file[LastScan(file) + 8] = 64;
        Inspecting.Damaged(file, "coefficients 1 to 64");
    }

    [Fact]
    public void A_component_without_data_is_damage()
    {
        byte[] grey = new JpegBuilder { Components = 1 }.Build();
        int frame = Inspecting.FirstIndexOf(grey, 0xFF, 0xC0);
        byte[] file =
        [
            .. grey[..(frame + 2)],
            0,
            14,
            .. grey[(frame + 4)..(frame + 9)],
            2,
            .. grey[(frame + 10)..(frame + 13)],
            2,
            0x11,
            0,
            .. grey[(frame + 13)..],
        ];

        Inspecting.Damaged(file, "no image data for the component 2");
    }

    [Fact]
    public void A_file_that_ends_early_is_truncated_and_nothing_else()
    {
        byte[] file = new JpegBuilder { Width = 64, Height = 64, RestartInterval = 5 }.Build();
        for (int length = LastScan(file) + 14; length < file.Length; length += 31)
        {
            Assert.Equal(ImageProblemKind.Truncated, Inspecting.Inspect(file[..length]).Probe.Problem?.Kind);
        }
    }

    [Fact]
    public void What_follows_the_last_end_trails()
    {
        byte[] second = new JpegBuilder { Seed = 2 }.Build();

        Assert.Equal(0, Inspecting.Whole(new JpegBuilder { Trailing = second }.Build()).TrailingBytes);
        Assert.Equal(3, Inspecting.Whole(new JpegBuilder { Trailing = [.. second, 1, 2, 3] }.Build()).TrailingBytes);
        Assert.Null(Inspecting.Inspect(new JpegBuilder { Trailing = new byte[100_000] }.Build()).Probe.Problem);
    }

    private static int LastScan(byte[] file) => Inspecting.LastIndexOf(file, 0xFF, 0xDA);

    /// <summary>16 × 16 samples, all differences 0, of which each takes the one-bit code 0.</summary>
    private static byte[] Lossless(int codedBytes) =>
    [
        0xFF, 0xD8,
        0xFF, 0xC3, 0, 11, 8, 0, 16, 0, 16, 1, 1, 0x11, 0,
        0xFF, 0xC4, 0, 20, 0, 1, .. new byte[15], 0,
        0xFF, 0xDA, 0, 8, 1, 1, 0, 1, 0, 0, .. new byte[codedBytes],
        0xFF, 0xD9,
    ];
}
