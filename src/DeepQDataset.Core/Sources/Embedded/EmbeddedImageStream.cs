using System.Buffers;
using System.Buffers.Text;

namespace DeepQDataset.Sources.Embedded;

/// <summary>
/// Represents the image in a LabelMe JSON, which is decoded from base64 as it is read, through two buffers of fixed size. It can seek if
/// the file can and the text is plain. Invalid base64 throws <see cref="InvalidDataException"/> when it is read.
/// </summary>
internal sealed class EmbeddedImageStream : Stream
{
    private const int TextSize = 32 * 1024;
    private const int DecodedSize = TextSize / 4 * 3;

    private readonly Stream _file;
    private readonly EmbeddedImage _image;
    private readonly JsonUnescaper? _unescaper;
    private readonly CancellationToken _cancellation;
    private byte[] _text = ArrayPool<byte>.Shared.Rent(TextSize);
    private byte[] _decoded = ArrayPool<byte>.Shared.Rent(DecodedSize);
    private int _textLength;
    private int _start;
    private int _end;
    private long _textLeft;
    private long _position;

    /// <summary>Opens the image.</summary>
    /// <param name="file">The JSON, at its start; the stream disposes it.</param>
    /// <param name="image">The location of the image in the JSON.</param>
    /// <param name="cancellation">The token to monitor for cancellation requests while reading.</param>
    /// <exception cref="IOException">The file could not be read.</exception>
    /// <exception cref="InvalidDataException">The file ends before the image, or its decompression failed.</exception>
    public EmbeddedImageStream(Stream file, EmbeddedImage image, CancellationToken cancellation = default)
    {
        _cancellation = cancellation;
        _file = file;
        _image = image;
        _unescaper = image.IsPlain ? null : new JsonUnescaper();
        CanSeek = file.CanSeek && image.IsPlain;
        if (file.CanSeek)
        {
            file.Position = image.Offset;
        }
        else
        {
            PassOver(image.Offset);
        }

        _textLeft = image.TextLength;
    }

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek { get; }

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => _image.Length;

    /// <inheritdoc/>
    public override long Position
    {
        get => _position;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            if (!CanSeek)
            {
                throw new NotSupportedException("The image can only be read forward.");
            }

            MoveTo(value);
        }
    }

    /// <summary>Opens the image of a JSON that is not open yet.</summary>
    /// <inheritdoc cref="EmbeddedImageStream(Stream, EmbeddedImage, CancellationToken)"/>
    /// <param name="open">Opens the JSON.</param>
    /// <param name="image">The location of the image in the JSON.</param>
    /// <param name="cancellation">The token to monitor for cancellation requests while reading.</param>
    public static EmbeddedImageStream Open(Func<Stream> open, EmbeddedImage image, CancellationToken cancellation = default)
    {
        Stream file = open();
        try
        {
            return new EmbeddedImageStream(file, image, cancellation);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Measures an image whose text is not plain by reading it.</summary>
    /// <param name="file">The JSON, at its start; it is disposed.</param>
    /// <param name="image">The location of the image in the JSON.</param>
    /// <param name="cancellation">The token to monitor for cancellation requests.</param>
    /// <returns>The image with its exact length; unchanged if it is not base64, which fails when it is read.</returns>
    /// <exception cref="IOException">The file could not be read.</exception>
    public static EmbeddedImage Measure(Stream file, EmbeddedImage image, CancellationToken cancellation)
    {
        byte[] piece = ArrayPool<byte>.Shared.Rent(DecodedSize);
        try
        {
            using EmbeddedImageStream stream = new(file, image, cancellation);
            long length = 0;
            for (int read = stream.Read(piece); read > 0; read = stream.Read(piece))
            {
                length += read;
            }

            return image with { Length = length };
        }
        catch (InvalidDataException)
        {
            return image;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(piece);
        }
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count)
    {
        ValidateBufferArguments(buffer, offset, count);
        return Read(buffer.AsSpan(offset, count));
    }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        while (_start == _end && buffer.Length > 0)
        {
            if (_textLeft == 0 && _textLength == 0)
            {
                return 0;
            }

            Decode();
        }

        int count = Math.Min(buffer.Length, _end - _start);
        _decoded.AsSpan(_start, count).CopyTo(buffer);
        _start += count;
        _position += count;
        return count;
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => _position + offset,
        _ => Length + offset,
    };

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException("The stream is for reading.");

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("The stream is for reading.");

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing && _text.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_text);
            ArrayPool<byte>.Shared.Return(_decoded);
            _text = [];
            _decoded = [];
            _file.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Decode()
    {
        _cancellation.ThrowIfCancellationRequested();
        int wanted = (int)Math.Min(_textLeft, TextSize - _textLength);
        int read = _file.ReadAtLeast(_text.AsSpan(_textLength, wanted), wanted, throwOnEndOfStream: false);
        if (read < wanted)
        {
            throw new InvalidDataException("The file ends within 'imageData'; it changed while it was read.");
        }

        _textLeft -= read;
        int length = _unescaper is null
            ? _textLength + read
            : _textLength + _unescaper.Unescape(_text.AsSpan(_textLength, read));
        bool isLast = _textLeft == 0;
        OperationStatus status = Base64.DecodeFromUtf8(_text.AsSpan(0, length), _decoded, out int consumed, out int written, isLast);
        if (status == OperationStatus.InvalidData || (isLast && consumed < length))
        {
            throw new InvalidDataException("'imageData' is not base64 text, as it must be.");
        }

        _start = 0;
        _end = written;
        _textLength = length - consumed;
        _text.AsSpan(consumed, _textLength).CopyTo(_text);
    }

    private void MoveTo(long position)
    {
        // Four characters contain three bytes. There is no data after the end.
        long group = Math.Min(position, Length) / 3;
        _textLength = 0;
        _start = 0;
        _end = 0;
        _file.Position = _image.Offset + (group * 4);
        _textLeft = _image.TextLength - (group * 4);
        if (position < Length && position % 3 > 0)
        {
            Decode();
            _start = (int)Math.Min(position % 3, _end);
        }
        else if (position >= Length)
        {
            _textLeft = 0;
        }

        _position = position;
    }

    private void PassOver(long count)
    {
        while (count > 0)
        {
            _cancellation.ThrowIfCancellationRequested();
            int read = _file.Read(_text, 0, (int)Math.Min(count, TextSize));
            if (read == 0)
            {
                throw new InvalidDataException("The file ends before 'imageData'; it changed while it was read.");
            }

            count -= read;
        }
    }
}
