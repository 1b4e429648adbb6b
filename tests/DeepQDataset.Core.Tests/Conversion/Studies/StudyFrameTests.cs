using DeepQDataset.Conversion;
using DeepQDataset.Conversion.Studies;
using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Core.Tests.Conversion.Studies;

/// <summary>Files of several frames, some of which cannot be converted, and pixels that are not what the header says.</summary>
public sealed class StudyFrameTests : StudyTestBase
{
    [Fact]
    public void Of_a_file_that_ends_early_the_whole_frames_are_there_and_the_error_says_which_is_not()
    {
        Add("a.dcm", new DicomBuilder { Frames = 3, PixelBytesMissing = 8 });

        (DqLabel[] labels, ConversionLog log, _) = Run();

        Assert.Equal(2, labels.Length);
        Assert.Contains("was converted in part (frame 3 of 3)", Assert.Single(log.Failures).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_frame_costs_that_frame_and_not_the_others()
    {
        byte[] damaged = new JpegBuilder { Components = 1, Seed = 2 }.Build();
        damaged.AsSpan(0, 20).Clear();
        Add("a.dcm", Jpegs(Jpeg(1), damaged, Jpeg(3), Jpeg(4)[..^40], Jpeg(5)));

        (DqLabel[] labels, ConversionLog log, _) = Run();

        Assert.Equal(
            ["frame01", "frame03", "frame05"],
            labels.Select(label => Path.GetFileNameWithoutExtension(label.Image).Split('_')[1]));
        Assert.Contains(
            "was converted in part (frames 2 and 4 of 5): its JPEG", Assert.Single(log.Failures).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Frames_that_are_not_there_are_named_together()
    {
        Add("a.dcm", new DicomBuilder { Frames = 2_000_000_000, Pixels = new byte[1024] });

        (DqLabel[] labels, ConversionLog log, _) = Run();

        Assert.Equal(2, labels.Length);
        Assert.Contains("(frames 3 to 2000000000 of 2000000000)", Assert.Single(log.Failures).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_said_where_pixels_are_not_what_the_header_says()
    {
        Add("a.dcm", new DicomBuilder
        {
            BitsAllocated = 8,
            SamplesPerPixel = 3,
            Photometric = "YBR_FULL_422",
            Pixels = new byte[16 * 16 * 3],
        });

        (_, ConversionLog log, List<ConversionRemark> remarks) = Run();

        Assert.Equal(1, log.CountOf(StudyReasons.PixelsReadOtherwise));
        Assert.Contains("read as YBR_FULL", remarks.Single(remark => remark.Reason == StudyReasons.PixelsReadOtherwise).Detail);
    }

    private static byte[] Jpeg(int seed) => new JpegBuilder { Components = 1, Seed = seed }.Build();

    private static DicomBuilder Jpegs(params byte[][] frames) => new()
    {
        BitsAllocated = 8,
        Frames = frames.Length,
        TransferSyntax = DicomSyntax.JpegBaseline,
        Fragments = frames,
    };
}
