using DeepQDataset.Imaging;
using DeepQDataset.Imaging.Probing;
using Xunit;

namespace DeepQDataset.Core.Tests.Imaging.Probing;

/// <summary>Inspects bytes from streams that give many and few of them at a time, and expects the same of each.</summary>
internal static class Inspecting
{
    /// <summary>Inspects a file, and compares what level Header says of it.</summary>
    public static ImageInspection Inspect(byte[] file)
    {
        using ImageInspector inspector = new();
        ImageInspection whole = Inspect(inspector, new MemoryStream(file), file.Length);
        ImageInspection trickling = Inspect(inspector, new TricklingStream(file), file.Length);
        Assert.Equal(Describe(whole), Describe(trickling));
        return whole;
    }

    /// <summary>Inspects a stream.</summary>
    public static ImageInspection Inspect(ImageInspector inspector, Stream stream, long length) =>
        inspector.Inspect(stream, length, withChecksum: false, progress: null, TestContext.Current.CancellationToken);

    /// <summary>Expects an image without any fault.</summary>
    public static ImageInspection Whole(byte[] file)
    {
        ImageInspection inspection = Inspect(file);
        Assert.Null(inspection.Probe.Problem);
        Assert.Null(inspection.Damage);
        Assert.Equal(TestProbe.Describe(TestProbe.Probe(file)), TestProbe.Describe(inspection.Probe));
        return inspection;
    }

    /// <summary>Expects a right header and damaged data.</summary>
    /// <param name="file">The file.</param>
    /// <param name="detail">A part of what is said of the damage.</param>
    public static void Damaged(byte[] file, string detail)
    {
        ImageInspection inspection = Inspect(file);
        Assert.Null(inspection.Probe.Problem);
        Assert.NotNull(inspection.Damage);
        Assert.Equal(ImageProblemKind.Damaged, inspection.Damage.Kind);
        Assert.Contains(detail, inspection.Damage.Detail, StringComparison.Ordinal);
        Assert.InRange(inspection.Damage.Offset, 2, file.Length);
    }

    /// <summary>Where bytes occur first.</summary>
    public static int FirstIndexOf(byte[] file, params ReadOnlySpan<byte> bytes) => file.AsSpan().IndexOf(bytes);

    /// <summary>Where bytes occur last.</summary>
    public static int LastIndexOf(byte[] file, params ReadOnlySpan<byte> bytes) => file.AsSpan().LastIndexOf(bytes);

    /// <summary>All that an inspection says, in one line.</summary>
    public static string Describe(ImageInspection inspection) => string.Join(
        ' ',
        TestProbe.Describe(inspection.Probe),
        inspection.Damage,
        inspection.ContentHash,
        inspection.Length,
        inspection.TrailingBytes,
        inspection.IsBlank);
}
