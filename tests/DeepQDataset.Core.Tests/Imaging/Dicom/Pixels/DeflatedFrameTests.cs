using System.IO.Compression;
using DeepQDataset.TestKit;
using Xunit;
using static DeepQDataset.Core.Tests.Imaging.Dicom.Pixels.Showing;

namespace DeepQDataset.Core.Tests.Imaging.Dicom.Pixels;

/// <summary>Frames that are deflated one by one.</summary>
public sealed class DeflatedFrameTests
{
    private const string DeflatedFrames = "1.2.840.10008.1.2.8.1";

    [Fact]
    public void Deflated_frames_are_inflated()
    {
        DicomBuilder file = File(16, 3, 2, Deflated(Words(0, 100, 200)), Deflated(Words(200, 100, 0)));

        (byte[][] frames, string? fault) = ShowAll(file.Build());

        Assert.Null(fault);
        Assert.Equal([[0, 127, 255], [255, 127, 0]], frames);
    }

    [Fact]
    public void Single_bits_start_anew_with_each_frame()
    {
        DicomBuilder file = File(1, 5, 2, Deflated([0b000_10011]), Deflated([0b000_00101]));

        Assert.Equal([[255, 255, 0, 0, 255], [255, 0, 255, 0, 0]], ShowAll(file.Build()).Frames);
    }

    [Fact]
    public void Data_that_end_early_are_named() =>
        Assert.Equal("its deflated data end after 4 of 6 bytes", Fault(File(16, 3, 1, Deflated(Words(0, 100)))));

    [Fact]
    public void Damaged_data_are_named() => Assert.Contains("deflated data", Fault(File(16, 3, 1, [0xFF, 0xFF, 0xFF, 0xFF])));

    [Fact]
    public void A_few_bytes_do_not_ask_for_much_room()
    {
        DicomBuilder file = new()
        {
            Rows = 10000,
            Columns = 10000,
            BitsAllocated = 8,
            TransferSyntax = DeflatedFrames,
            Fragments = [Deflated(new byte[1000])],
        };
        long before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Contains("end after 1000 of 100000000 bytes", Fault(file));

        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 10_000_000);
    }

    private static DicomBuilder File(int bits, int columns, int frames, params byte[][] fragments) => new()
    {
        Rows = 1,
        Columns = columns,
        BitsAllocated = bits,
        Frames = frames,
        TransferSyntax = DeflatedFrames,
        Fragments = fragments,
    };

    private static byte[] Deflated(byte[] bytes)
    {
        using MemoryStream packed = new();
        using (DeflateStream deflate = new(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            deflate.Write(bytes);
        }

        return [.. packed.ToArray(), .. packed.Length % 2 == 0 ? (byte[])[] : [0]];
    }
}
