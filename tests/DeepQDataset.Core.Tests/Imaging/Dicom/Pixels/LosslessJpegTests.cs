using DeepQDataset.TestKit;
using Xunit;
using static DeepQDataset.Core.Tests.Imaging.Dicom.Pixels.Showing;

namespace DeepQDataset.Core.Tests.Imaging.Dicom.Pixels;

/// <summary>Lossless JPEG is decoded in all its forms (ITU-T T.81, annex H), or it is said why not.</summary>
public sealed class LosslessJpegTests
{
    private const int Width = 13;
    private const int Height = 9;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    public void Every_predictor_and_every_restart_is_followed(int predictor)
    {
        foreach (int restartRows in (int[])[0, 1, 2, 4])
        {
            byte[] jpeg = new LosslessJpegBuilder
            {
                Width = Width,
                Predictor = predictor,
                RestartRows = restartRows,
                Components = [Plane(1, 255)],
            }.Build();

            Assert.Equal(Plane(1, 255), Show(Bytes(jpeg, 1), "128,256").Select(value => (int)value));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Components_come_together_or_in_scans_of_their_own(bool isSeparate)
    {
        int[][] planes = [Plane(1, 255), Plane(2, 255), Plane(3, 255)];
        byte[] jpeg = new LosslessJpegBuilder
        {
            Width = Width,
            Predictor = 5,
            IsSeparate = isSeparate,
            RestartRows = 3,
            Components = planes,
        }.Build();

        byte[] shown = Show(Bytes(jpeg, 3));

        Assert.Equal(Enumerable.Range(0, shown.Length).Select(index => planes[index % 3][index / 3]), shown.Select(value => (int)value));
    }

    [Theory]
    [InlineData(16, 0)]
    [InlineData(12, 0)]
    [InlineData(16, 8)]
    public void Samples_of_several_bits_wrap_around(int precision, int pointTransform)
    {
        // Neighbours differ by as much as there is: differences are modulo 65,536.
        int highest = (1 << precision) - 1;
        int[] plane = Plane(1, highest);
        for (int index = 0; index < plane.Length; index += 2)
        {
            plane[index] = index % 4 == 0 ? 0 : highest;
        }

        byte[] jpeg = new LosslessJpegBuilder
        {
            Width = Width,
            Precision = precision,
            PointTransform = pointTransform,
            Predictor = 4,
            Components = [plane],
        }.Build();
        DicomBuilder file = new()
        {
            Rows = Height,
            Columns = Width,
            BitsStored = precision,
            TransferSyntax = DicomSyntax.JpegLossless,
            Fragments = [jpeg],
        };
        int[] kept = Array.ConvertAll(plane, value => value >> pointTransform << pointTransform);
        DicomBuilder native = new()
        {
            Rows = Height,
            Columns = Width,
            BitsStored = precision,
            Pixels = Words(Array.ConvertAll(kept, value => (ushort)value)),
        };

        Assert.Equal(Show(native), Show(file));
    }

    [Fact]
    public void Data_that_end_early_are_named()
    {
        byte[] jpeg = new LosslessJpegBuilder { Width = Width, Components = [Plane(1, 255)] }.Build();

        Assert.Equal("its JPEG data end early", Fault(Bytes([.. jpeg[..^60], 0xFF, 0xD9], 1)));
        Assert.Equal("its JPEG data end early", Fault(Bytes(jpeg[..^60], 1)));
    }

    [Fact]
    public void A_missing_component_is_named()
    {
        byte[] jpeg = new LosslessJpegBuilder
        {
            Width = Width,
            IsSeparate = true,
            Components = [Plane(1, 255), Plane(2, 255), Plane(3, 255)],
        }.Build();
        int lastScan = jpeg.AsSpan().LastIndexOf((byte[])[0xFF, 0xDA]);

        Assert.Equal("its JPEG data end before all components came", Fault(Bytes([.. jpeg[..lastScan], 0xFF, 0xD9], 3)));
    }

    [Fact]
    public void A_component_that_comes_twice_does_not_stand_for_a_missing_one()
    {
        byte[] jpeg = new LosslessJpegBuilder
        {
            Width = Width,
            IsSeparate = true,
            Components = [Plane(1, 255), Plane(2, 255), Plane(3, 255)],
        }.Build();
        jpeg[jpeg.AsSpan().LastIndexOf((byte[])[0xFF, 0xDA]) + 5] = 1;

        Assert.Equal("its JPEG data end before all components came", Fault(Bytes(jpeg, 3)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(8)]
    public void A_predictor_that_is_none_is_named(int predictor)
    {
        byte[] jpeg = new LosslessJpegBuilder { Width = Width, Predictor = predictor, Components = [Plane(1, 255)] }.Build();

        Assert.Contains(FormattableString.Invariant($"the predictor {predictor}"), Fault(Bytes(jpeg, 1)));
    }

    [Fact]
    public void Whatever_is_changed_in_the_data_they_are_decoded_or_a_reason_is_given()
    {
        byte[] jpeg = new LosslessJpegBuilder
        {
            Width = Width,
            IsSeparate = true,
            RestartRows = 2,
            Predictor = 7,
            Components = [Plane(1, 255), Plane(2, 255), Plane(3, 255)],
        }.Build();
        Random random = new(5);
        int shown = 0;
        for (int round = 0; round < 3000; round++)
        {
            byte[] changed = (byte[])jpeg.Clone();
            for (int change = random.Next(1, 4); change > 0; change--)
            {
                changed[random.Next(2, changed.Length)] = (byte)random.Next(256);
            }

            (byte[][] frames, string? fault) = ShowAll(Bytes(changed, 3).Build());
            Assert.True(frames.Length == 1 || fault is { Length: > 0 });
            shown += frames.Length;
        }

        Assert.InRange(shown, 100, 2999);
    }

    private static int[] Plane(int seed, int highest)
    {
        Random random = new(seed);
        return Enumerable.Range(0, Width * Height).Select(_ => random.Next(highest + 1)).ToArray();
    }

    private static DicomBuilder Bytes(byte[] jpeg, int samples) => new()
    {
        Rows = Height,
        Columns = Width,
        BitsAllocated = 8,
        SamplesPerPixel = samples,
        TransferSyntax = DicomSyntax.JpegLossless,
        Fragments = [jpeg],
    };
}
