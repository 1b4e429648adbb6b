using System.IO.Compression;
using ICSharpCode.SharpZipLib.Zip.Compression;
using ICSharpCode.SharpZipLib.Zip.Compression.Streams;

namespace DeepQDataset.Building.Zip;

/// <summary>Creates deflate streams for the options, and decides whether to deflate.</summary>
/// <param name="options">The options of the archive.</param>
internal sealed class Compressor(ArchiveOptions options)
{
    /// <summary>The maximum ratio of compressed to original size at which an entry is deflated.</summary>
    public const double WorthwhileRatio = 0.98;

    private const int SampleBytes = 1 << 15;
    private const int MinimumSampledBytes = 8 * SampleBytes;

    /// <summary>Gets a value that indicates whether compression is off.</summary>
    public bool IsOff => options.CompressionLevel == CompressionLevel.NoCompression;

    /// <summary>Creates a stream that deflates on the calling thread.</summary>
    /// <param name="destination">The stream for the deflated bytes; it stays open.</param>
    public Stream Deflate(Stream destination) => options.Reproducible
        ? Managed(destination, ManagedLevel)
        : new DeflateStream(destination, options.CompressionLevel, leaveOpen: true);

    /// <summary>
    /// Creates a stream that deflates large content on several threads, unless the managed deflate is required, which cannot be split into
    /// blocks.
    /// </summary>
    /// <param name="destination">The stream for the deflated bytes; it stays open.</param>
    /// <param name="cancellation">The token to monitor for cancellation requests.</param>
    public Stream DeflateInBlocks(Stream destination, CancellationToken cancellation) => options.Reproducible
        ? Deflate(destination)
        : new BlockDeflateStream(destination, options.CompressionLevel, Math.Max(1, options.ThrottleLimit), cancellation);

    /// <summary>
    /// Determines whether content appears to be compressed already, such as compressed DICOM: two samples after its header do not shrink.
    /// Short content is not sampled, since deflating it is fast.
    /// </summary>
    /// <param name="content">The whole content.</param>
    public bool LooksCompressed(ReadOnlySpan<byte> content) => content.Length >= MinimumSampledBytes
        && !Shrinks(content.Slice(content.Length / 3, SampleBytes))
        && !Shrinks(content.Slice(content.Length / 3 * 2, SampleBytes));

    private int ManagedLevel => options.CompressionLevel switch
    {
        CompressionLevel.Fastest => Deflater.BEST_SPEED,
        CompressionLevel.SmallestSize => Deflater.BEST_COMPRESSION,
        _ => 6,
    };

    private bool Shrinks(ReadOnlySpan<byte> sample)
    {
        using MemoryStream packed = new(SampleBytes + (SampleBytes / 4));
        using (Stream deflate = options.Reproducible
            ? Managed(packed, Deflater.BEST_SPEED)
            : new DeflateStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            deflate.Write(sample);
        }

        return packed.Length < sample.Length * WorthwhileRatio;
    }

    private static DeflaterOutputStream Managed(Stream destination, int level) =>
        new(destination, new Deflater(level, noZlibHeaderOrFooter: true), 1 << 16) { IsStreamOwner = false };
}
