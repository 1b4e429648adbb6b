using System.IO.Compression;
using ICSharpCode.SharpZipLib.Zip.Compression;
using ICSharpCode.SharpZipLib.Zip.Compression.Streams;

namespace DeepQDataset.Building.Zip;

/// <summary>Makes deflate streams as the options ask for, and says when deflating is worth it.</summary>
/// <param name="options">The options.</param>
internal sealed class Compressor(ArchiveOptions options)
{
    /// <summary>What must be left of a content for deflating it to be worth the reader's time.</summary>
    public const double WorthwhileRatio = 0.98;

    private const int SampleBytes = 1 << 15;
    private const int LeastSampledBytes = 8 * SampleBytes;

    /// <summary>Whether nothing is compressed at all.</summary>
    public bool IsOff => options.CompressionLevel == CompressionLevel.NoCompression;

    /// <summary>Deflates on the calling thread.</summary>
    /// <param name="destination">Where the deflated bytes go; it stays open.</param>
    public Stream Deflate(Stream destination) => options.Reproducible
        ? Managed(destination, ManagedLevel)
        : new DeflateStream(destination, options.CompressionLevel, leaveOpen: true);

    /// <summary>
    /// Deflates something large on several threads, where the managed deflate is not asked for, which cannot be cut into blocks.
    /// </summary>
    /// <param name="destination">Where the deflated bytes go; it stays open.</param>
    /// <param name="cancellation">Ends the work.</param>
    public Stream DeflateInBlocks(Stream destination, CancellationToken cancellation) => options.Reproducible
        ? Deflate(destination)
        : new BlockDeflateStream(destination, options.CompressionLevel, Math.Max(1, options.ThrottleLimit), cancellation);

    /// <summary>
    /// Whether a content looks as if it were compressed already (compressed DICOM, say): two samples away from its header, which do not
    /// shrink. Short contents are not looked at: deflating all of them shows it soon enough.
    /// </summary>
    /// <param name="content">All of it.</param>
    public bool LooksCompressed(ReadOnlySpan<byte> content) => content.Length >= LeastSampledBytes
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
