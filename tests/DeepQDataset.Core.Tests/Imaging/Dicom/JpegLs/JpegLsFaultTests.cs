using DeepQDataset.TestKit;
using Xunit;
using static DeepQDataset.Core.Tests.Imaging.Dicom.JpegLs.JpegLsDecoding;

namespace DeepQDataset.Core.Tests.Imaging.Dicom.JpegLs;

/// <summary>What cannot be decoded of JPEG-LS is said, and why.</summary>
public sealed class JpegLsFaultTests
{
    private const int FrameAt = 2;

    /// <summary>Where the scan header stands in a codestream of three interleaved components without parameters.</summary>
    private const int ScanAt = 2 + 2 + 17;

    [Theory]
    [InlineData("", "do not start with the start of an image")]
    [InlineData("FFD8", "end early")]
    [InlineData("FFD8FF", "end early")]
    [InlineData("FFD8FFF7000B", "end early")]
    [InlineData("FFD812", "something other than a marker")]
    [InlineData("FFD8FFD9", "end before all components came")]
    [InlineData("FFD8FFC3000B08000100010101110000", "JPEG of another kind (marker FFC3)")]
    [InlineData("FFD8FFDA0008010100000000", "a scan before their frame header")]
    [InlineData("FFD8FFF7000A0800010001011101", "a frame header of a wrong length")]
    [InlineData("FFD8FFF7000B010001000101011100", "samples have 1 bits")]
    [InlineData("FFD8FFF7000B110001000101011100", "samples have 17 bits")]
    [InlineData("FFD8FFF7000B080001000101011100FFF7000B080001000101011100", "two frame headers")]
    [InlineData("FFD8FFF7000B080000000501011100FFDA0008010100000000", "5 × 0 pixels")]
    [InlineData("FFD8FFF8000604020000", "parameters (LSE) of a wrong length")]
    [InlineData("FFD8FFF800080402000000010000", "1 × 0 pixels")]
    [InlineData("FFD8FFF8000305", "of the kind 5")]
    [InlineData("FFD8FFDD0003FF", "a restart interval of a wrong length")]
    [InlineData("FFD8FFE800076D72667809", "transformed in a way that is not converted (9)")]
    public void Damaged_headers_are_named(string codestream, string expected) =>
        Assert.Contains(expected, Fault(Convert.FromHexString(codestream)));

    [Theory]
    [InlineData(ScanAt + 6, 1, "a mapping table")]
    [InlineData(ScanAt + 12, 3, "interleaved in a way that is invalid (3)")]
    [InlineData(ScanAt + 12, 0, "interleaved in a way that is invalid (0)")]
    [InlineData(ScanAt + 13, 1, "a point transform")]
    [InlineData(ScanAt + 11, 128, "may differ by 128")]
    [InlineData(ScanAt + 4, 5, "a scan header of a wrong length")]
    [InlineData(FrameAt + 11, 0x12, "subsampled")]
    public void What_is_not_converted_is_named(int at, byte value, string expected)
    {
        byte[] codestream = Colors(interleave: 1).Build();
        codestream[at] = value;

        Assert.Contains(expected, Fault(codestream));
    }

    [Theory]
    [InlineData(256, 0, 0, 0, 0, "go up to 256")]
    [InlineData(0, 300, 0, 0, 0, "T1 300")]
    [InlineData(0, 9, 8, 0, 0, "T2 8")]
    [InlineData(0, 9, 10, 9, 0, "T3 9")]
    [InlineData(0, 0, 0, 0, 2, "RESET 2")]
    [InlineData(0, 0, 0, 0, 256, "RESET 256")]
    public void Invalid_parameters_are_named(int maximum, int first, int second, int third, int reset, string expected)
    {
        byte[] codestream = new JpegLsBuilder { Width = 2, Parameters = new int[5], Components = [[1, 2, 3, 4]] }.Build();
        int at = codestream.AsSpan().IndexOf((byte[])[0xFF, 0xF8]) + 5;
        foreach (int value in (int[])[maximum, first, second, third, reset])
        {
            codestream[at++] = (byte)(value >> 8);
            codestream[at++] = (byte)value;
        }

        Assert.Contains(expected, Fault(codestream));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Data_that_end_early_are_named_wherever_they_do(int interleave)
    {
        byte[] codestream = Colors(interleave).Build();
        for (int length = 0; length < codestream.Length - 3; length++)
        {
            Assert.NotNull(TryDecode(codestream[..length]).Fault);
        }
    }

    [Fact]
    public void More_data_than_pixels_are_named()
    {
        byte[] codestream = new JpegLsBuilder { Width = 20, Components = [Shades(0, 20, 10, 255, 1)] }.Build();
        codestream[FrameAt + 6] -= 3;

        Assert.Contains("there are more than its pixels need", Fault(codestream));
    }

    [Fact]
    public void A_missing_or_wrong_restart_is_named()
    {
        JpegLsBuilder image = new() { Width = 20, RestartLines = 2, Components = [Shades(0, 20, 10, 255, 1)] };
        byte[] codestream = image.Build();
        codestream[codestream.AsSpan().IndexOf((byte[])[0xFF, 0xD1]) + 1] = 0xD2;

        Assert.Contains("a restart marker is missing", Fault(codestream));
    }

    [Fact]
    public void A_missing_component_is_named()
    {
        byte[] codestream = Colors(interleave: 0).Build();
        int last = codestream.AsSpan().LastIndexOf((byte[])[0xFF, 0xDA]);

        Assert.Contains("end before all components came", Fault([.. codestream[..last], 0xFF, 0xD9]));
    }

    [Fact]
    public void Another_number_of_lines_behind_the_first_scan_is_named()
    {
        byte[] codestream = Colors(interleave: 0).Build();
        int second = codestream.AsSpan().LastIndexOf((byte[])[0xFF, 0xDA]);
        byte[] right = [.. codestream[..second], 0xFF, 0xDC, 0, 4, 0, 17, .. codestream[second..]];
        byte[] wrong = [.. codestream[..second], 0xFF, 0xDC, 0, 4, 0, 18, .. codestream[second..]];

        Assert.Equal(Decode(codestream), Decode(right));
        Assert.Contains("another number of lines", Fault(wrong));
    }

    [Fact]
    public void Few_bytes_do_not_stand_for_many_lines() =>
        Assert.Contains("end early", Fault(Convert.FromHexString("FFD8FFF7000B08FFFFFFFF01011100FFDA0008010100000000FFFFFFFFFFD9")));

    [Fact]
    public void Whatever_is_changed_in_the_data_they_are_decoded_or_a_reason_is_given()
    {
        Random random = new(5);
        byte[][] images = Enumerable.Range(0, 6).Select(kind => Colors(kind % 3, restartLines: kind > 2 ? 4 : 0).Build()).ToArray();
        int decoded = 0;
        for (int round = 0; round < 6000; round++)
        {
            byte[] changed = (byte[])images[round % images.Length].Clone();
            for (int change = random.Next(1, 4); change > 0; change--)
            {
                // The size is unchanged, since the caller must check it.
                int at = random.Next(2, changed.Length);
                changed[at] = at is >= FrameAt + 5 and <= FrameAt + 8 ? changed[at] : (byte)random.Next(256);
            }

            (int[] samples, string? fault) = TryDecode(changed);
            Assert.True(fault is { Length: > 0 } || samples.Length > 0);
            decoded += fault is null ? 1 : 0;
        }

        Assert.InRange(decoded, 10, 5999);
    }
}
