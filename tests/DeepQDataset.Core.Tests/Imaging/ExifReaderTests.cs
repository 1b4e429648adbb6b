using DeepQDataset.Imaging;
using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Core.Tests.Imaging;

public sealed class ExifReaderTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Both_byte_orders_are_read(bool bigEndian)
    {
        for (int orientation = 1; orientation <= 8; orientation++)
        {
            Assert.Equal(orientation, Read(ExifBlock.Orientation(orientation, bigEndian)));
            Assert.Equal(orientation, Read([.. "Exif\0\0"u8, .. ExifBlock.Orientation(orientation, bigEndian)]));
        }
    }

    [Fact]
    public void The_directory_may_lie_far_behind_the_header_and_the_entry_behind_others()
    {
        byte[] block =
        [
            .. "II*\0"u8,
            0,
            64,
            0,
            0,
            .. new byte[0x4000 - 8],
            2,
            0,
            1,
            1,
            4,
            0,
            1,
            0,
            0,
            0,
            9,
            0,
            0,
            0,
            0x12,
            1,
            3,
            0,
            1,
            0,
            0,
            0,
            6,
            0,
            0,
            0,
        ];

        Assert.Equal(6, Read(block));
    }

    [Fact]
    public void An_orientation_stored_as_long_is_read() =>
        Assert.Equal(7, Read([.. "MM\0*"u8, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 4, 0, 0, 0, 1, 0, 0, 0, 7]));

    [Theory]
    [InlineData(0)]
    [InlineData(9)]
    [InlineData(65535)]
    public void An_invalid_orientation_is_none(int orientation) => Assert.Equal(1, Read(ExifBlock.Orientation(orientation)));

    [Fact]
    public void A_damaged_block_has_no_orientation()
    {
        byte[] block = ExifBlock.Orientation(6);
        for (int length = 0; length < 22; length++)
        {
            Assert.Equal(1, Read(block[..length]));
        }

        byte[] offset = ExifBlock.Orientation(6);
        offset[7] = 0xFF;
        Assert.Equal(1, Read(offset));

        byte[] count = ExifBlock.Orientation(6);
        count[9] = 0xFF;
        Assert.Equal(6, Read(count));

        byte[] order = ExifBlock.Orientation(6);
        order[1] = (byte)'M';
        Assert.Equal(1, Read(order));
    }

    private static int Read(byte[] block)
    {
        using ForwardReader reader = new();
        reader.Reset(new MemoryStream(block), block.Length);
        int orientation = ExifReader.Peek(reader, block.Length).Orientation;
        Assert.Equal(0, reader.Position);
        return orientation;
    }
}
