using DeepQDataset.TestKit;
using Xunit;
using static DeepQDataset.Core.Tests.Imaging.Dicom.Pixels.Showing;

namespace DeepQDataset.Core.Tests.Imaging.Dicom.Pixels;

/// <summary>Tests that native pixels are read in any encoding, and not assumed to exist before they have been read.</summary>
public sealed class NativeTests
{
    [Theory]
    [InlineData(DicomSyntax.ImplicitLittleEndian)]
    [InlineData(DicomSyntax.ExplicitLittleEndian)]
    [InlineData(DicomSyntax.ExplicitBigEndian)]
    [InlineData(DicomSyntax.DeflatedLittleEndian)]
    public void Every_encoding_gives_the_same_pixels(string syntax)
    {
        DicomBuilder file = new() { Seed = 3, Frames = 2, TransferSyntax = syntax };
        DicomBuilder expected = new() { Seed = 3, Frames = 2 };

        Assert.Equal(Show(expected), Show(file));
        Assert.Equal(Show(expected, frame: 1), Show(file, frame: 1));
    }

    [Fact]
    public void Bytes_written_as_words_of_big_endian_are_put_right()
    {
        byte[] swapped = [2, 1, 4, 3, 0, 5];
        DicomBuilder file = new()
        {
            Rows = 1,
            Columns = 5,
            BitsAllocated = 8,
            TransferSyntax = DicomSyntax.ExplicitBigEndian,
            Elements = [DicomElement.Raw(0x7FE00010, "OW", swapped)],
        };

        Assert.Equal(Show(new DicomBuilder { Rows = 1, Columns = 5, BitsAllocated = 8, Pixels = [1, 2, 3, 4, 5] }), Show(file));
    }

    [Fact]
    public void Pixels_that_end_early_are_named() =>
        Assert.Equal("its pixel data end after 502 of 512 bytes", Fault(new DicomBuilder { PixelBytesMissing = 10 }));

    [Fact]
    public void A_file_that_ends_inside_its_pixel_data_is_named_as_such() =>
        Assert.Equal("the file ends inside its pixel data", ShowAll(new DicomBuilder().Build()[..^10]).Fault);

    [Fact]
    public void Of_several_frames_those_that_are_whole_are_shown()
    {
        (byte[][] frames, string? fault) = ShowAll(new DicomBuilder { Frames = 3, PixelBytesMissing = 10 }.Build());

        Assert.Equal(2, frames.Length);
        Assert.Equal("its pixel data end after 502 of 512 bytes", fault);
    }

    [Fact]
    public void A_size_beyond_the_limit_is_named_and_no_room_is_made()
    {
        long before = GC.GetAllocatedBytesForCurrentThread();

        string fault = Fault(new DicomBuilder { Rows = 65535, Columns = 65535, Pixels = new byte[100] });

        Assert.Contains("more than the 268435456 that are converted", fault);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 10_000_000);
    }

    [Fact]
    public void Room_is_made_only_for_pixels_that_are_there()
    {
        byte[] file = new DicomBuilder { Rows = 11000, Columns = 11000, Pixels = new byte[100] }.Build();
        long before = GC.GetAllocatedBytesForCurrentThread();

        (_, string? fault) = ShowAll(file);

        Assert.Equal("its pixel data end after 100 of 242000000 bytes", fault);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 10_000_000);
    }

    [Theory]
    [InlineData(12, 12, "Bits Allocated (0028,0100) 12")]
    [InlineData(64, 64, "Bits Allocated (0028,0100) 64")]
    [InlineData(8, 12, "Bits Stored (0028,0101) is 12, and Bits Allocated (0028,0100) is 8")]
    [InlineData(8, 0, "Bits Stored (0028,0101) is 0")]
    public void Bits_that_are_not_converted_are_named(int allocated, int stored, string expected) =>
        Assert.Contains(expected, Fault(new DicomBuilder { BitsAllocated = allocated, BitsStored = stored, Pixels = new byte[2048] }));

    [Fact]
    public void A_file_without_a_photometric_interpretation_is_named() =>
        Assert.Equal("Photometric Interpretation (0028,0004) is missing", Fault(new DicomBuilder { Photometric = null }));

    [Fact]
    public void Floating_point_pixels_are_named()
    {
        DicomBuilder file = new() { HasPixelData = false, Elements = [DicomElement.Raw(0x7FE00008, "OF", new byte[64])] };

        Assert.Contains("floating-point", Fault(file));
    }

    [Fact]
    public void A_file_without_pixels_is_named() => Assert.Equal("it has no pixel data", Fault(new DicomBuilder { HasPixelData = false }));

    [Fact]
    public void Whatever_is_changed_in_a_file_it_is_shown_or_a_reason_is_given()
    {
        byte[][] seeds =
        [
            new DicomBuilder { Rows = 8, Columns = 8 }.Build(),
            new DicomBuilder { Rows = 8, Columns = 8, TransferSyntax = DicomSyntax.DeflatedLittleEndian }.Build(),
            new DicomBuilder
            {
                Rows = 8,
                Columns = 8,
                TransferSyntax = DicomSyntax.DeflatedLittleEndian,
            }.Build(),
            new DicomBuilder
            {
                BitsAllocated = 8, TransferSyntax = DicomSyntax.JpegBaseline, Fragments = [new JpegBuilder { Components = 1 }.Build()],
            }.Build(),
            new DicomBuilder
            {
                BitsAllocated = 8, SamplesPerPixel = 3, Photometric = "YBR_FULL_422", TransferSyntax = DicomSyntax.JpegBaseline,
                Fragments = [new JpegBuilder { Subsampled = true }.Build()],
            }.Build(),
        ];
        Random random = new(11);
        int shown = 0;
        for (int round = 0; round < 3000; round++)
        {
            byte[] file = (byte[])seeds[round % seeds.Length].Clone();
            for (int change = random.Next(1, 5); change > 0; change--)
            {
                // The pixels and their attributes are in the last part of the file.
                file[random.Next(file.Length / 4, file.Length)] = (byte)random.Next(256);
            }

            (byte[][] frames, string? fault) = ShowAll(file);
            Assert.True(frames.Length > 0 || fault is { Length: > 0 });
            shown += frames.Length > 0 ? 1 : 0;
        }

        Assert.InRange(shown, 100, 2999);
    }
}
