using System.IO.Compression;
using DeepQDataset.Streams;
using ICSharpCode.SharpZipLib;
using ICSharpCode.SharpZipLib.BZip2;

namespace DeepQDataset.Sources.Zip;

/// <summary>Unpacks methods that few zip readers support (DQ707): bzip2 and Deflate64.</summary>
internal static class ForeignMethods
{
    /// <summary>Determines whether a method is one of them.</summary>
    public static bool Contains(ushort method) => method is ZipMethod.BZip2 or ZipMethod.Deflate64;

    /// <summary>Unpacks an entry.</summary>
    /// <param name="record">The record of the entry.</param>
    /// <param name="packed">The packed data, which is disposed with the result.</param>
    /// <returns>The content. Reading damaged data throws <see cref="InvalidDataException"/>.</returns>
    /// <exception cref="InvalidDataException">The data is invalid from its start.</exception>
    public static Stream Open(ZipRecord record, FileRegionStream packed)
    {
        try
        {
            return record.Method == ZipMethod.BZip2
                ? new ForeignStream(new BZip2InputStream(packed))
                : new ForeignStream(new ZipArchive(new SingleEntryZip(record, packed), ZipArchiveMode.Read).Entries[0].Open());
        }
        catch (SharpZipBaseException exception)
        {
            throw new InvalidDataException("The entry's compressed data are damaged.", exception);
        }
    }

    /// <summary>Translates the exceptions of the library.</summary>
    private sealed class ForeignStream(Stream inner) : ForwardReadStream
    {
        private long _read;

        /// <inheritdoc/>
        public override bool CanRead => inner.CanRead;

        /// <inheritdoc/>
        protected override long ReadBytes => _read;

        /// <inheritdoc/>
        public override int Read(Span<byte> buffer)
        {
            try
            {
                int length = inner.Read(buffer);
                _read += length;
                return length;
            }
            catch (Exception exception) when (exception is SharpZipBaseException or IndexOutOfRangeException or EndOfStreamException)
            {
                throw new InvalidDataException("The entry's compressed data are damaged.", exception);
            }
        }

        /// <inheritdoc/>
        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                inner.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
