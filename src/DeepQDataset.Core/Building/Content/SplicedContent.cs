using DeepQDataset.Streams;

namespace DeepQDataset.Building.Content;

/// <summary>Represents content with one range of bytes replaced.</summary>
/// <param name="content">The original content.</param>
/// <param name="offset">The start of the range to replace.</param>
/// <param name="length">The number of bytes to replace.</param>
/// <param name="replacement">The replacement bytes.</param>
internal sealed class SplicedContent(StoredContent content, long offset, long length, byte[] replacement)
    : StoredContent(content.Location, content.Length!.Value - length + replacement.Length, content.LastWriteTimeUtc)
{
    /// <inheritdoc/>
    public override string? FilePath => null;

    /// <inheritdoc/>
    public override Stream Open() => new SpliceStream(content.Open(), offset, length, replacement);

    private sealed class SpliceStream(Stream source, long offset, long length, byte[] replacement) : ForwardReadStream
    {
        private const int PieceBytes = 1 << 12;

        private long _position;
        private bool _hasPassed;

        /// <inheritdoc/>
        protected override long ReadBytes => _position;

        /// <inheritdoc/>
        public override int Read(Span<byte> buffer)
        {
            int read;
            if (_position < offset)
            {
                read = source.Read(buffer[..(int)Math.Min(buffer.Length, offset - _position)]);
            }
            else if (_position < offset + replacement.Length)
            {
                ReadOnlySpan<byte> rest = replacement.AsSpan((int)(_position - offset));
                read = Math.Min(rest.Length, buffer.Length);
                rest[..read].CopyTo(buffer);
            }
            else
            {
                PassOver();
                read = source.Read(buffer);
            }

            _position += read;
            return read;
        }

        /// <inheritdoc/>
        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                source.Dispose();
            }

            base.Dispose(disposing);
        }

        private void PassOver()
        {
            if (_hasPassed)
            {
                return;
            }

            _hasPassed = true;
            Span<byte> piece = stackalloc byte[PieceBytes];
            for (long left = length; left > 0;)
            {
                int read = source.Read(piece[..(int)Math.Min(piece.Length, left)]);
                if (read == 0)
                {
                    return;
                }

                left -= read;
            }
        }
    }
}
