using System.Runtime.ExceptionServices;
using DeepQDataset.Streams;
using SharpCompress.Compressors;
using SharpCompress.Compressors.BZip2;
using SharpCompress.Compressors.Deflate64;

namespace DeepQDataset.Sources.Zip;

/// <summary>Unpacks the compression methods that few readers of zips know (DQ707) but a library does: bzip2 and Deflate64.</summary>
internal static class ForeignMethods
{
    private const int BufferSize = 64 * 1024;

    /// <summary>Determines whether a method is one of them.</summary>
    public static bool Contains(ushort method) => method is ZipMethod.BZip2 or ZipMethod.Deflate64;

    /// <summary>Unpacks an entry. Memory is bounded by the methods themselves: a block of 900,000 bytes, a window of 64 KiB.</summary>
    /// <param name="method">The method.</param>
    /// <param name="packed">The packed data, which is disposed with the result.</param>
    /// <returns>
    /// The content. Reading damaged data throws <see cref="InvalidDataException"/>; data that end too early may end the stream.
    /// </returns>
    /// <exception cref="InvalidDataException">The data are damaged from their start on.</exception>
    /// <exception cref="IOException">The data cannot be read.</exception>
    public static Stream Open(ushort method, Stream packed)
    {
        PackedStream input = new(packed);
        try
        {
            return new ForeignStream(Translate(() => Unpack(method, input), input), input);
        }
        catch
        {
            packed.Dispose();
            throw;
        }
    }

    private static Stream Unpack(ushort method, PackedStream input) => method == ZipMethod.BZip2
        ? BZip2Stream.Create(new BufferedStream(input, BufferSize), CompressionMode.Decompress, decompressConcatenated: false)
        : new Deflate64Stream(input, CompressionMode.Decompress);

    /// <summary>
    /// Calls the library, which throws many kinds of exceptions over damaged data and may take unreadable data for damaged data. Throws
    /// <see cref="InvalidDataException"/> for damaged data, and the original exception where reading the file failed.
    /// </summary>
    private static T Translate<T>(Func<T> action, PackedStream input)
    {
        try
        {
            return action();
        }
        catch (Exception exception) when (exception is not (OutOfMemoryException or ObjectDisposedException))
        {
            input.Failure?.Throw();
            throw new InvalidDataException("The entry's compressed data are damaged.", exception);
        }
    }

    /// <summary>The packed data, and the exception that reading them threw.</summary>
    private sealed class PackedStream(Stream packed) : ForwardReadStream
    {
        /// <summary>The exception that reading threw; null where it threw none.</summary>
        public ExceptionDispatchInfo? Failure { get; private set; }

        /// <inheritdoc/>
        public override int Read(Span<byte> buffer)
        {
            try
            {
                return packed.Read(buffer);
            }
            catch (Exception exception)
            {
                Failure = ExceptionDispatchInfo.Capture(exception);
                throw;
            }
        }

        /// <inheritdoc/>
        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                packed.Dispose();
            }

            base.Dispose(disposing);
        }
    }

    private sealed class ForeignStream(Stream unpacked, PackedStream input) : ForwardReadStream
    {
        private readonly byte[] _buffer = new byte[BufferSize];
        private long _read;

        /// <inheritdoc/>
        public override bool CanRead => unpacked.CanRead;

        /// <inheritdoc/>
        protected override long ReadBytes => _read;

        /// <inheritdoc/>
        public override int Read(Span<byte> buffer)
        {
            int wanted = Math.Min(buffer.Length, _buffer.Length);
            int length = wanted == 0 ? 0 : Translate(() => unpacked.Read(_buffer, 0, wanted), input);
            _buffer.AsSpan(0, length).CopyTo(buffer);
            _read += length;
            return length;
        }

        /// <inheritdoc/>
        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                unpacked.Dispose();
                input.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
