using System.Buffers.Binary;
using DeepQDataset.TestKit;
using Xunit;
using static DeepQDataset.Core.Tests.Imaging.Dicom.Pixels.Showing;

namespace DeepQDataset.Core.Tests.Imaging.Dicom.Pixels;

/// <summary>Frames are taken out of fragments and decoded, or it is said why not.</summary>
public sealed class EncapsulatedTests
{
    private const string JpegExtended = "1.2.840.10008.1.2.4.51";

    private static readonly byte[] Shades = [0, 0, 0, 10, 10, 20, 30, 40, 40, 40, 255, 255];

    [Fact]
    public void Run_length_encoded_pixels_are_decoded() => Assert.Equal(Shades, Show(RunLength(DicomRunLength.Encode(Shades, 1, 1))));

    [Fact]
    public void Run_length_encoded_words_come_byte_by_byte()
    {
        byte[] words = Words(0, 300, 600, 900);
        DicomBuilder file = new()
        {
            Rows = 1,
            Columns = 4,
            TransferSyntax = DicomSyntax.RunLength,
            Fragments = [DicomRunLength.Encode(words, 1, 2)],
        };

        Assert.Equal([0, 85, 170, 255], Show(file));
    }

    [Fact]
    public void Run_length_encoded_colours_come_in_planes()
    {
        byte[] colors = [1, 2, 3, 4, 5, 6];
        DicomBuilder file = new()
        {
            Rows = 1,
            Columns = 2,
            BitsAllocated = 8,
            SamplesPerPixel = 3,
            TransferSyntax = DicomSyntax.RunLength,
            Fragments = [DicomRunLength.Encode(colors, 3, 1)],
        };

        Assert.Equal(colors, Show(file));
    }

    [Fact]
    public void Each_fragment_of_run_length_encoding_is_a_frame()
    {
        DicomBuilder file = RunLength(
            2, DicomRunLength.Encode(Shades, 1, 1), DicomRunLength.Encode(Shades[..11].Append((byte)0).ToArray(), 1, 1));

        (byte[][] frames, string? fault) = ShowAll(file.Build());

        Assert.Null(fault);
        Assert.Equal(2, frames.Length);
        Assert.Equal(0, frames[1][^1]);
    }

    [Theory]
    [InlineData(0, 2, "have 2 segments, and its pixels need 1")]
    [InlineData(4, 10, "is said to lie from byte 10")]
    [InlineData(4, 70000, "is said to lie from byte 70000")]
    public void Damaged_headers_of_run_length_encoding_are_named(int offset, int value, string expected)
    {
        byte[] data = DicomRunLength.Encode(Shades, 1, 1);
        BinaryPrimitives.WriteInt32LittleEndian(data.AsSpan(offset), value);

        Assert.Contains(expected, Fault(RunLength(data)));
    }

    [Fact]
    public void Run_length_encoding_that_ends_early_is_named() =>
        Assert.Contains("ends after", Fault(RunLength(DicomRunLength.Encode(Shades, 1, 1)[..^4])));

    [Fact]
    public void No_room_is_made_for_pixels_that_a_few_bytes_cannot_hold()
    {
        DicomBuilder file = new()
        {
            Rows = 10000,
            Columns = 10000,
            BitsAllocated = 8,
            TransferSyntax = DicomSyntax.RunLength,
            Fragments = [DicomRunLength.Encode(Shades, 1, 1)],
        };
        long before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Contains("cannot hold", Fault(file));

        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 10_000_000);
    }

    [Fact]
    public void A_frame_may_have_several_fragments()
    {
        byte[] jpeg = Grey(1);
        DicomBuilder whole = Jpeg(DicomSyntax.JpegBaseline, jpeg);
        DicomBuilder parts = Jpeg(DicomSyntax.JpegBaseline, jpeg[..100], jpeg[100..]);

        Assert.Equal(Show(whole), Show(parts));
    }

    [Fact]
    public void Frames_of_several_fragments_are_told_by_their_start_without_an_offset_table()
    {
        byte[] first = Grey(1);
        byte[] second = Grey(2);
        DicomBuilder file = Jpeg(2, DicomSyntax.JpegBaseline, first[..100], first[100..], second[..50], second[50..200], second[200..]);

        (byte[][] frames, string? fault) = ShowAll(file.Build());

        Assert.Null(fault);
        Assert.Equal(Show(Jpeg(DicomSyntax.JpegBaseline, first)), frames[0]);
        Assert.Equal(Show(Jpeg(DicomSyntax.JpegBaseline, second)), frames[1]);
    }

    [Fact]
    public void A_missing_frame_is_named_behind_those_that_are_there()
    {
        (byte[][] frames, string? fault) = ShowAll(Jpeg(3, DicomSyntax.JpegBaseline, Grey(1), Grey(2)).Build());

        Assert.Equal(2, frames.Length);
        Assert.Equal("there are no pixel data for it", fault);
    }

    [Fact]
    public void Jpeg_without_its_end_is_decoded_all_the_same()
    {
        byte[] jpeg = Grey(1);

        Assert.Equal(Show(Jpeg(DicomSyntax.JpegBaseline, jpeg)), Show(Jpeg(DicomSyntax.JpegBaseline, jpeg[..^2])));
    }

    [Fact]
    public void Jpeg_that_ends_early_is_named()
    {
        byte[] jpeg = Grey(1);

        Assert.Contains("end early", Fault(Jpeg(DicomSyntax.JpegBaseline, jpeg[..^40])));
    }

    [Fact]
    public void Jpeg_of_another_size_is_named() =>
        Assert.Contains(
            "have 8 × 16 pixels, and Columns and Rows say 16 × 16",
            Fault(Jpeg(DicomSyntax.JpegBaseline, new JpegBuilder { Width = 8, Components = 1 }.Build())));

    [Fact]
    public void Jpeg_of_other_components_is_named() =>
        Assert.Contains("have 3 components", Fault(Jpeg(DicomSyntax.JpegBaseline, new JpegBuilder().Build())));

    [Fact]
    public void Progressive_jpeg_is_named() =>
        Assert.Contains("SOF2", Fault(Jpeg(JpegExtended, new JpegBuilder { Components = 1, Progressive = true }.Build())));

    [Fact]
    public void Jpeg_with_restarts_is_decoded() => Assert.Equal(
        Show(Jpeg(DicomSyntax.JpegBaseline, Grey(1))),
        Show(Jpeg(DicomSyntax.JpegBaseline, new JpegBuilder { Components = 1, Seed = 1, RestartInterval = 1 }.Build())));

    [Fact]
    public void Of_colours_in_JPEG_2000_the_syntax_is_named_and_not_their_own_kind() => Assert.Equal(
        "pixels of its transfer syntax JPEG 2000 Image Compression (Lossless Only) (1.2.840.10008.1.2.4.90) are not converted; "
        + "save it uncompressed first",
        Fault(new DicomBuilder
        {
            SamplesPerPixel = 3,
            BitsAllocated = 8,
            Photometric = "YBR_RCT",
            TransferSyntax = DicomSyntax.Jpeg2000Lossless,
        }));

    [Theory]
    [InlineData(DicomSyntax.Jpeg2000Lossless, "JPEG 2000 Image Compression (Lossless Only)")]
    [InlineData(DicomSyntax.Mpeg4, "MPEG-4 AVC/H.264 High Profile / Level 4.1")]
    [InlineData("1.2.840.10008.1.2.4.55", "JPEG Full Progression")]
    public void A_transfer_syntax_that_is_not_converted_is_named(string uid, string name)
    {
        string fault = Fault(new DicomBuilder { TransferSyntax = uid });

        Assert.Contains(name, fault);
        Assert.Contains(uid, fault);
    }

    [Fact]
    public void Compressed_syntaxes_without_fragments_are_named()
    {
        DicomBuilder file = new() { TransferSyntax = DicomSyntax.JpegBaseline, WrittenAs = DicomSyntax.ExplicitLittleEndian };

        Assert.Contains("are not in fragments", Fault(file));
    }

    [Fact]
    public void Native_syntaxes_with_fragments_are_named() =>
        Assert.Contains("are in fragments", Fault(new DicomBuilder { Fragments = [Grey(1)] }));

    private static byte[] Grey(int seed) => new JpegBuilder { Components = 1, Seed = seed }.Build();

    private static DicomBuilder RunLength(params byte[][] fragments) => RunLength(1, fragments);

    private static DicomBuilder RunLength(int frames, params byte[][] fragments) => new()
    {
        Rows = 1,
        Columns = Shades.Length,
        BitsAllocated = 8,
        Frames = frames,
        TransferSyntax = DicomSyntax.RunLength,
        Fragments = fragments,
    };

    private static DicomBuilder Jpeg(string syntax, params byte[][] fragments) => Jpeg(1, syntax, fragments);

    private static DicomBuilder Jpeg(int frames, string syntax, params byte[][] fragments) => new()
    {
        BitsAllocated = 8,
        Frames = frames,
        TransferSyntax = syntax,
        Fragments = fragments,
    };
}
