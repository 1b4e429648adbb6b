using DeepQDataset.Core.Tests.Imaging.Dicom.JpegLs;
using DeepQDataset.TestKit;
using Xunit;
using static DeepQDataset.Core.Tests.Imaging.Dicom.Pixels.Showing;

namespace DeepQDataset.Core.Tests.Imaging.Dicom.Pixels;

/// <summary>Frames of DICOM files in JPEG-LS are shown as the same ones that are not compressed.</summary>
public sealed class JpegLsFrameTests
{
    private const int Width = 23;
    private const int Height = 17;

    [Theory]
    [InlineData(DicomSyntax.JpegLsLossless)]
    [InlineData(DicomSyntax.JpegLsNearLossless)]
    public void Grey_values_are_shown_by_their_window(string syntax)
    {
        int[] values = JpegLsDecoding.Shades(4, Width, Height, 4095, 1);
        DicomBuilder file = new()
        {
            Rows = Height,
            Columns = Width,
            TransferSyntax = syntax,
            Fragments = [new JpegLsBuilder { Width = Width, Precision = 12, Components = [values] }.Build()],
        };
        DicomBuilder native = new()
        {
            Rows = Height,
            Columns = Width,
            Pixels = Words(Array.ConvertAll(values, value => (ushort)value)),
        };

        Assert.Equal(Show(native, "1000,2000"), Show(file, "1000,2000"));
    }

    [Fact]
    public void Signed_values_are_two_s_complement_of_their_bits()
    {
        int[] values = Enumerable.Range(0, Width * Height).Select(index => (index * 7 % 2000) - 1000).ToArray();
        int[] stored = Array.ConvertAll(values, value => value & 0xFFF);
        DicomBuilder file = new()
        {
            Rows = Height,
            Columns = Width,
            Elements = [DicomElement.UInt16(0x00280103, 1)],
            TransferSyntax = DicomSyntax.JpegLsLossless,
            Fragments = [new JpegLsBuilder { Width = Width, Precision = 12, Components = [stored] }.Build()],
        };
        DicomBuilder native = new()
        {
            Rows = Height,
            Columns = Width,
            Elements = [DicomElement.UInt16(0x00280103, 1)],
            Pixels = Words(Array.ConvertAll(values, value => (ushort)(short)value)),
        };

        Assert.Equal(Show(native, "0,2000"), Show(file, "0,2000"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Colours_are_shown_however_their_components_follow_each_other(int interleave)
    {
        JpegLsBuilder colors = JpegLsDecoding.Colors(interleave);

        byte[] shown = Show(Bytes(3, colors.Build()));

        Assert.Equal(JpegLsDecoding.Interleave(colors.Components), shown.Select(static value => (int)value));
    }

    [Fact]
    public void Frames_of_several_fragments_are_told_by_their_start()
    {
        byte[] first = Grey(1).Build();
        byte[] second = Grey(2).Build();
        DicomBuilder file = new()
        {
            Rows = Height,
            Columns = Width,
            BitsAllocated = 8,
            Frames = 2,
            TransferSyntax = DicomSyntax.JpegLsLossless,
            Fragments = [first[..100], first[100..], second[..50], second[50..]],
        };

        (byte[][] frames, string? fault) = ShowAll(file.Build(), "128,256");

        Assert.Null(fault);
        Assert.Equal(Grey(1).Components[0], frames[0].Select(static value => (int)value));
        Assert.Equal(Grey(2).Components[0], frames[1].Select(static value => (int)value));
    }

    [Fact]
    public void Data_that_are_not_what_the_file_says_are_named()
    {
        byte[] narrow = new JpegLsBuilder { Width = Width - 1, Components = [new int[(Width - 1) * Height]] }.Build();
        byte[] deep = new JpegLsBuilder { Width = Width, Precision = 12, Components = [new int[Width * Height]] }.Build();

        Assert.Equal("its JPEG-LS data have 22 × 17 pixels, and Columns and Rows say 23 × 17", Fault(Bytes(1, narrow)));
        Assert.Equal("its JPEG-LS data have 1 components, and Samples per Pixel (0028,0002) is 3", Fault(Bytes(3, Grey(1).Build())));
        Assert.Equal("its JPEG-LS data have 12 bits a sample, and Bits Allocated (0028,0100) is 8", Fault(Bytes(1, deep)));
        Assert.Equal("its JPEG-LS data end early", Fault(Bytes(1, Grey(1).Build()[..^40])));
    }

    private static JpegLsBuilder Grey(int seed) =>
        new() { Width = Width, Components = [JpegLsDecoding.Shades(0, Width, Height, 255, seed)] };

    private static DicomBuilder Bytes(int samples, byte[] codestream) => new()
    {
        Rows = Height,
        Columns = Width,
        BitsAllocated = 8,
        SamplesPerPixel = samples,
        TransferSyntax = DicomSyntax.JpegLsLossless,
        Fragments = [codestream],
    };
}
