using System.IO.Hashing;
using DeepQDataset.Files;
using DeepQDataset.Streams;

namespace DeepQDataset.Building.Content;

/// <summary>Reads a source once from start to end. Throws an error that names the file when the file changes while it is read.</summary>
internal sealed class ContentReader : IDisposable
{
    /// <summary>The number of bytes to read at a time: small enough for cancellation to be prompt.</summary>
    public const int PieceBytes = 1 << 17;

    private readonly StoredContent _content;
    private readonly Stream _stream;
    private readonly DateTime? _lastWriteTimeUtc;
    private readonly Crc32 _crc = new();

    /// <summary>Opens the source.</summary>
    /// <exception cref="DatasetException">The source cannot be read.</exception>
    public ContentReader(StoredContent content)
    {
        _content = content;
        try
        {
            _stream = content.Open();
            _lastWriteTimeUtc = LastWriteTimeUtc;
        }
        catch (Exception exception) when (FileFailure.IsReading(exception))
        {
            throw Unreadable(content, exception);
        }
    }

    /// <summary>Gets the number of bytes read so far.</summary>
    public long Length { get; private set; }

    /// <summary>Gets the CRC-32 of the bytes read so far.</summary>
    public uint Crc => _crc.GetCurrentHashAsUInt32();

    private DateTime? LastWriteTimeUtc => (_stream as FileRegionStream)?.LastWriteTimeUtc;

    /// <summary>Reads a source that fits into memory.</summary>
    /// <param name="content">The source.</param>
    /// <param name="place">The buffer, which is exactly as long as the source.</param>
    /// <param name="cancellation">The token to monitor for cancellation requests.</param>
    /// <returns>Its CRC-32.</returns>
    /// <exception cref="DatasetException">The source cannot be read, or its length has changed.</exception>
    public static uint ReadAll(StoredContent content, Span<byte> place, CancellationToken cancellation)
    {
        try
        {
            using Stream stream = content.Open();
            int filled = 0;
            int length;
            do
            {
                cancellation.ThrowIfCancellationRequested();
                length = stream.Read(place[filled..]);
                filled += length;
            }
            while (length > 0 && filled < place.Length);

            Span<byte> more = stackalloc byte[1];
            if (filled < place.Length || stream.Read(more) > 0)
            {
                throw Changed(content);
            }

            uint crc = Crc32.HashToUInt32(place);
            CheckCrc(content, crc);
            return crc;
        }
        catch (Exception exception) when (FileFailure.IsReading(exception))
        {
            throw Unreadable(content, exception);
        }
    }

    /// <summary>Reads the next bytes.</summary>
    /// <returns>The number of bytes read; 0 at the end.</returns>
    /// <exception cref="DatasetException">
    /// The source cannot be read, or its length or last write time has changed since it was opened.
    /// </exception>
    public int Read(Span<byte> buffer)
    {
        int length;
        try
        {
            length = _stream.Read(buffer);
            if (length == 0 && _lastWriteTimeUtc != LastWriteTimeUtc)
            {
                throw Changed(_content);
            }
        }
        catch (Exception exception) when (FileFailure.IsReading(exception))
        {
            throw Unreadable(_content, exception);
        }

        Length += length;
        if (Length > _content.Length || (length == 0 && Length != _content.Length))
        {
            throw Changed(_content);
        }

        _crc.Append(buffer[..length]);
        if (length == 0)
        {
            CheckCrc(_content, Crc);
        }

        return length;
    }

    /// <inheritdoc/>
    public void Dispose() => _stream.Dispose();

    /// <summary>Creates the exception for a source that has changed since it was planned.</summary>
    public static DatasetException Changed(StoredContent content) => new(
        "SourceChanged", DatasetErrorKind.InvalidData,
        $"'{content.Location}' changed while it was read; try again when nothing writes to it.", content.Location);

    private static void CheckCrc(StoredContent content, uint crc)
    {
        if (content.ExpectedCrc is uint expected && expected != crc)
        {
            throw new DatasetException(
                "SourceDamaged",
                DatasetErrorKind.InvalidData,
                FormattableString.Invariant(
                    $"'{content.Location}' is damaged: its CRC-32 is {crc:X8}, not {expected:X8} as the zip's directory says."),
                content.Location);
        }
    }

    private static DatasetException Unreadable(StoredContent content, Exception exception) => exception switch
    {
        FileNotFoundException or DirectoryNotFoundException => new DatasetException(
            "SourceGone", DatasetErrorKind.NotFound, $"'{content.Location}' is no longer there.", content.Location, exception),
        UnauthorizedAccessException => new DatasetException(
            "SourceAccessDenied", DatasetErrorKind.AccessDenied, $"Access is denied: '{content.Location}' cannot be read.",
            content.Location, exception),
        _ => new DatasetException(
            "SourceUnreadable", DatasetErrorKind.InputOutput, $"'{content.Location}' could not be read: {exception.Message}",
            content.Location, exception),
    };
}
