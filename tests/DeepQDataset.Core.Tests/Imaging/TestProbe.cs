using DeepQDataset.Imaging;
using DeepQDataset.Imaging.Probing;
using Xunit;

namespace DeepQDataset.Core.Tests.Imaging;

/// <summary>Probes bytes through every kind of stream a source may give, and expects the same of each.</summary>
internal static class TestProbe
{
    /// <summary>Probes a file: from a stream that seeks, and from one that does not and gives few bytes at a time.</summary>
    public static ImageProbeResult Probe(byte[] file)
    {
        ImageProbeResult seeking = Probe(new MemoryStream(file), file.Length);
        ImageProbeResult trickling = Probe(new TricklingStream(file), file.Length);
        Assert.Equal(Describe(seeking), Describe(trickling));
        return seeking;
    }

    /// <summary>Probes a stream.</summary>
    /// <param name="stream">The content.</param>
    /// <param name="length">The length that its source declares.</param>
    public static ImageProbeResult Probe(Stream stream, long length)
    {
        using ForwardReader reader = new();
        reader.Reset(stream, length);
        return ImageProbe.Probe(reader);
    }

    /// <summary>Expects no problem.</summary>
    public static ImageHeader Header(byte[] file)
    {
        ImageProbeResult result = Probe(file);
        Assert.Null(result.Problem);
        return Assert.IsType<ImageHeader>(result.Header);
    }

    /// <summary>Expects a problem, of a file without a readable header unless it is truncated.</summary>
    /// <param name="file">The file.</param>
    /// <param name="kind">The kind of problem.</param>
    /// <param name="offset">Where it is.</param>
    /// <param name="detail">A part of its description.</param>
    public static void Fails(byte[] file, ImageProblemKind kind, long offset, string detail)
    {
        ImageProbeResult result = Probe(file);
        Assert.NotNull(result.Problem);
        Assert.Equal(kind, result.Problem.Kind);
        Assert.Contains(detail, result.Problem.Detail, StringComparison.Ordinal);
        Assert.Equal(offset, result.Problem.Offset);
        Assert.Equal(kind == ImageProblemKind.Truncated, result.Header is not null);
    }

    /// <summary>All that a result says, in one line.</summary>
    public static string Describe(ImageProbeResult result) => string.Join(
        ' ',
        result.Format,
        result.Header?.Width,
        result.Header?.Height,
        result.Header?.BitDepth,
        result.Header?.Channels,
        result.Header?.Frames,
        result.Header?.Photometric,
        result.Header?.Orientation,
        result.Header?.UnusualEncoding,
        result.Problem,
        result.ForeignFormat);
}
