using System.IO.Compression;
using DeepQDataset.Core.Tests.Imaging.Probing;
using DeepQDataset.Imaging.Png;
using DeepQDataset.Imaging.Probing;
using Xunit;

namespace DeepQDataset.Core.Tests.Imaging.Png;

/// <summary>PNG files are written that every reader takes, without a loss.</summary>
public sealed class PngWriterTests
{
    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(1, 1, 3)]
    [InlineData(5, 7, 1)]
    [InlineData(17, 3, 3)]
    [InlineData(640, 480, 1)]
    [InlineData(300, 200, 3)]
    public void What_is_written_is_read_again(int width, int height, int channels)
    {
        byte[] pixels = Pattern(width, height, channels);

        byte[] file = Write(width, height, channels, pixels);

        Assert.Equal(pixels, Unfilter(file, width * channels, channels));
    }

    [Fact]
    public void No_rule_of_level_Full_finds_anything()
    {
        byte[] file = Write(320, 200, 1, Pattern(320, 200, 1));

        ImageInspection inspection = Inspecting.Whole(file);

        Assert.Equal(0, inspection.TrailingBytes);
    }

    [Fact]
    public void One_writer_writes_files_of_several_sizes()
    {
        using PngWriter writer = new();
        foreach ((int width, int height, int channels) in ((int, int, int)[])[(40, 30, 1), (7, 5, 3), (64, 64, 1)])
        {
            byte[] pixels = Pattern(width, height, channels);
            using MemoryStream file = new();
            writer.Write(file, width, height, channels, pixels);

            Assert.Equal(pixels, Unfilter(file.ToArray(), width * channels, channels));
        }
    }

    [Fact]
    public void Pixels_that_do_not_fit_the_size_are_refused() =>
        Assert.Throws<ArgumentException>(() => Write(4, 4, 1, new byte[15]));

    private static byte[] Pattern(int width, int height, int channels)
    {
        byte[] pixels = new byte[width * height * channels];
        Random random = new(width);
        for (int i = 0; i < pixels.Length; i++)
        {
            pixels[i] = (byte)((i / channels % width) + (i / channels / width * 3) + random.Next(4));
        }

        return pixels;
    }

    private static byte[] Write(int width, int height, int channels, byte[] pixels)
    {
        using PngWriter writer = new();
        using MemoryStream file = new();
        writer.Write(file, width, height, channels, pixels);
        return file.ToArray();
    }

    /// <summary>Reads the pixels with the filters None, Sub and Up (PNG, third edition, section 9).</summary>
    private static byte[] Unfilter(byte[] file, int rowLength, int channels)
    {
        int start = file.AsSpan().IndexOf("IDAT"u8) + 4;
        using ZLibStream unpacked = new(new MemoryStream(file, start, file.Length - start), CompressionMode.Decompress);
        using MemoryStream pixels = new();
        byte[] above = new byte[rowLength];
        byte[] row = new byte[rowLength];
        for (int filter = unpacked.ReadByte(); filter >= 0; filter = unpacked.ReadByte())
        {
            Assert.InRange(filter, 0, 2);
            unpacked.ReadExactly(row);
            for (int i = 0; i < rowLength; i++)
            {
                row[i] += filter switch
                {
                    1 => i >= channels ? row[i - channels] : (byte)0,
                    2 => above[i],
                    _ => 0,
                };
            }

            pixels.Write(row);
            row.CopyTo(above, 0);
        }

        return pixels.ToArray();
    }
}
