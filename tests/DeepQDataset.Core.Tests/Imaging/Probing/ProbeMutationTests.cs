using DeepQDataset.Imaging;
using DeepQDataset.Imaging.Probing;
using DeepQDataset.TestKit;
using Xunit;

namespace DeepQDataset.Core.Tests.Imaging.Probing;

/// <summary>Tests that damaged files give results, never exceptions or invalid headers.</summary>
public sealed class ProbeMutationTests
{
    private const int MutantsOfEach = 2_500;

    private static readonly byte[][] Originals =
    [
        new PngBuilder
        {
            Orientation = 6,
            Text = "Title=x",
            DataChunks = 3,
            Trailing = [1, 2, 3],
        }.Build(),
        new PngBuilder
        {
            ColorType = 3,
            BitDepth = 4,
            AnimationFrames = 2,
            Interlaced = true,
            ExifBigEndian = true,
            Orientation = 2,
        }.Build(),
        new PngBuilder
        {
            ColorType = 4,
            BitDepth = 16,
            LateChunks = [("teSt", new byte[30])],
        }.Build(),
        new JpegBuilder { Orientation = 6, Subsampled = true }.Build(),
        new JpegBuilder { Progressive = true, Orientation = 3, ExifBigEndian = true, FillBytes = 2 }.Build(),
        new JpegBuilder { Components = 4, AdobeTransform = 2, Trailing = [1, 2, 3] }.Build(),
        new JpegBuilder { Components = 1, RestartInterval = 1, Trailing = new JpegBuilder { Seed = 2 }.Build() }.Build(),
        [.. "\0\0\0\u0018ftypheic"u8, .. new byte[500]],
    ];

    [Fact]
    public void A_damaged_file_ends_in_a_result()
    {
        Random random = new(20_240_917);
        using ForwardReader reader = new();
        foreach (byte[] original in Originals)
        {
            for (int mutant = 0; mutant < MutantsOfEach; mutant++)
            {
                byte[] file = Mutate(original, random);
                reader.Reset(new MemoryStream(file), file.Length, cancellation: TestContext.Current.CancellationToken);
                ImageProbeResult seeking = ImageProbe.Probe(reader);
                reader.Reset(new TricklingStream(file), file.Length, cancellation: TestContext.Current.CancellationToken);
                ImageProbeResult trickling = ImageProbe.Probe(reader);

                Assert.Equal(TestProbe.Describe(seeking), TestProbe.Describe(trickling));
                Check(seeking, file.Length);
            }
        }
    }

    [Fact]
    public void A_source_that_lies_about_the_length_does_no_harm()
    {
        Random random = new(7);
        using ForwardReader reader = new();
        foreach (byte[] original in Originals)
        {
            for (int mutant = 0; mutant < 200; mutant++)
            {
                byte[] file = Mutate(original, random);
                long declared = random.Next(3) == 0 ? long.MaxValue : random.Next(2 * file.Length);
                reader.Reset(
                    mutant % 2 == 0 ? new MemoryStream(file) : new TricklingStream(file),
                    declared,
                    cancellation: TestContext.Current.CancellationToken);
                Check(ImageProbe.Probe(reader), file.Length);
            }
        }
    }

    private static void Check(ImageProbeResult result, long length)
    {
        if (result.Header is ImageHeader header && result.Format is DqImageFormat.Png or DqImageFormat.Jpeg)
        {
            Assert.True(header.Width > 0 && header.Height > 0 && header.Channels > 0 && header.Frames > 0);
            Assert.InRange(header.Orientation, 1, 8);
            Assert.InRange(header.BitDepth, 1, 16);
        }
        else if (result.Header is null)
        {
            Assert.NotNull(result.Problem);
            Assert.NotEqual(ImageProblemKind.Truncated, result.Problem.Kind);
        }

        if (result.Problem is not null)
        {
            Assert.NotEmpty(result.Problem.Detail);
            Assert.InRange(result.Problem.Offset, 0, length);
        }
    }

    private static byte[] Mutate(byte[] original, Random random)
    {
        byte[] file = (byte[])original.Clone();
        int limit = random.Next(2) == 0 ? file.Length : Math.Min(file.Length, 200);
        for (int change = random.Next(1, 5); change > 0; change--)
        {
            int offset = random.Next(limit);
            file[offset] = random.Next(4) switch
            {
                0 => 0,
                1 => 0xFF,
                2 => (byte)(file[offset] ^ (1 << random.Next(8))),
                _ => (byte)random.Next(256),
            };
        }

        return random.Next(4) switch
        {
            0 => file[..random.Next(file.Length)],
            1 => [.. file[..random.Next(file.Length)], .. file[random.Next(file.Length)..]],
            _ => file,
        };
    }
}
