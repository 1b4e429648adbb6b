using System.IO.Hashing;
using DeepQDataset.Sources.Zip;

namespace DeepQDataset.Extraction;

/// <summary>
/// Reads an entry once from start to end and compares it with the size and checksum in the directory. Throws <see cref="DatasetException"/>
/// for problems.
/// </summary>
internal sealed class EntryReader : IDisposable
{
    private readonly ZipEntry _entry;
    private readonly Stream _stream;
    private readonly Crc32 _crc = new();
    private long _length;

    private EntryReader(ZipEntry entry, Stream stream)
    {
        _entry = entry;
        _stream = stream;
    }

    /// <summary>Opens an entry.</summary>
    /// <exception cref="DatasetException">The data is not at the position that the directory gives, or cannot be read.</exception>
    public static EntryReader Open(ZipSource zip, ZipEntry entry)
    {
        try
        {
            return new EntryReader(entry, zip.OpenToVerify(entry));
        }
        catch (InvalidDataException exception)
        {
            throw ExtractionErrors.ChecksumMismatch(entry, "its data are not where the directory places them", exception);
        }
        catch (IOException exception)
        {
            throw ExtractionErrors.Unreadable(entry, exception);
        }
    }

    /// <summary>Reads the next bytes.</summary>
    /// <returns>The number of bytes; 0 at the end.</returns>
    /// <exception cref="DatasetException">The data is damaged, cannot be read, or is longer than the directory states.</exception>
    public int Read(byte[] block)
    {
        try
        {
            int length = _stream.Read(block, 0, block.Length);
            _length += length;
            _crc.Append(block.AsSpan(0, length));
            return _length <= _entry.Length
                ? length
                : throw ExtractionErrors.ChecksumMismatch(
                    _entry, FormattableString.Invariant($"it unpacks to more than its {_entry.Length} bytes"));
        }
        catch (InvalidDataException exception)
        {
            throw ExtractionErrors.ChecksumMismatch(
                _entry, FormattableString.Invariant($"its compressed data are invalid behind byte {_length}"), exception);
        }
        catch (IOException exception)
        {
            throw ExtractionErrors.Unreadable(_entry, exception);
        }
    }

    /// <summary>Checks that the data matches the directory.</summary>
    /// <exception cref="DatasetException">The size or the checksum differs.</exception>
    public void Verify()
    {
        if (_length != _entry.Length)
        {
            throw ExtractionErrors.ChecksumMismatch(
                _entry, FormattableString.Invariant($"it unpacks to {_length} bytes, not to {_entry.Length}"));
        }

        uint crc = _crc.GetCurrentHashAsUInt32();
        if (crc != _entry.Record.Crc32)
        {
            throw ExtractionErrors.ChecksumMismatch(
                _entry, FormattableString.Invariant($"its CRC-32 is {crc:X8}, not {_entry.Record.Crc32:X8}"));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _stream.Dispose();
}
