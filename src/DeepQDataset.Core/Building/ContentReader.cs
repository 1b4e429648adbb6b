using System.IO.Hashing;

namespace DeepQDataset.Building;

/// <summary>Reads a source once from start to end; sees to it that it is as long as it was planned, and says which file it is that is not.</summary>
internal sealed class ContentReader : IDisposable
{
    private readonly StoredContent _content;
    private readonly Stream _stream;
    private readonly Crc32 _crc = new();

    /// <summary>Opens the source.</summary>
    /// <exception cref="DatasetException">It cannot be read.</exception>
    public ContentReader(StoredContent content)
    {
        _content = content;
        try
        {
            _stream = content.Open();
        }
        catch (Exception exception) when (IsReadingError(exception))
        {
            throw Unreadable(exception);
        }
    }

    /// <summary>How many bytes were read.</summary>
    public long Length { get; private set; }

    /// <summary>The CRC-32 of what was read.</summary>
    public uint Crc => _crc.GetCurrentHashAsUInt32();

    /// <summary>Reads on.</summary>
    /// <returns>How many bytes; 0 at the end.</returns>
    /// <exception cref="DatasetException">It cannot be read, or is longer or shorter than it was.</exception>
    public int Read(byte[] buffer)
    {
        int length;
        try
        {
            length = _stream.Read(buffer, 0, buffer.Length);
        }
        catch (Exception exception) when (IsReadingError(exception))
        {
            throw Unreadable(exception);
        }

        Length += length;
        if (Length > _content.Length || (length == 0 && Length != _content.Length))
        {
            throw Changed(_content);
        }

        _crc.Append(buffer.AsSpan(0, length));
        return length;
    }

    /// <inheritdoc/>
    public void Dispose() => _stream.Dispose();

    /// <summary>What to throw when a source is no longer what it was.</summary>
    public static DatasetException Changed(StoredContent content) => new(
        "SourceChanged", DatasetErrorKind.InvalidData, $"'{content.Location}' changed while it was read; try again when nothing writes to it.", content.Location);

    private static bool IsReadingError(Exception exception) => exception is IOException or UnauthorizedAccessException or InvalidDataException;

    private DatasetException Unreadable(Exception exception) => exception switch
    {
        FileNotFoundException or DirectoryNotFoundException => new DatasetException(
            "SourceGone", DatasetErrorKind.NotFound, $"'{_content.Location}' is no longer there.", _content.Location, exception),
        UnauthorizedAccessException => new DatasetException(
            "SourceAccessDenied", DatasetErrorKind.AccessDenied, $"Access is denied: '{_content.Location}' cannot be read.", _content.Location, exception),
        _ => new DatasetException(
            "SourceUnreadable", DatasetErrorKind.InputOutput, $"'{_content.Location}' could not be read: {exception.Message}", _content.Location, exception),
    };
}
