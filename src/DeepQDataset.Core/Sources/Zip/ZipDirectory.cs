namespace DeepQDataset.Sources.Zip;

/// <summary>Represents a zip's central directory (APPNOTE 4.3.12) as read.</summary>
internal sealed class ZipDirectory
{
    /// <summary>Gets the reason why the file cannot be read as a zip, in which case there are no entries; null if it can.</summary>
    public ZipFailure? Failure { get; init; }

    /// <summary>Gets all entries in directory order, including unsafe paths and links.</summary>
    public IReadOnlyList<ZipEntry> Entries { get; init; } = [];

    /// <summary>Gets the comment of the archive, not decoded.</summary>
    public ReadOnlyMemory<byte> Comment { get; init; }

    /// <summary>Gets the size of the file in bytes.</summary>
    public long FileLength { get; init; }

    /// <summary>Gets the start of the directory, in bytes from the start of the file. The data of entries precedes it.</summary>
    public long Start { get; init; }

    /// <summary>Gets the number of bytes to add to the offsets in the zip: data that was prepended to it.</summary>
    public long BaseOffset { get; init; }

    /// <summary>Gets the number of bytes before the first record.</summary>
    public long LeadingBytes { get; init; }

    /// <summary>Gets the number of bytes after the end record and its comment.</summary>
    public long TrailingBytes { get; init; }

    /// <summary>Gets a value that indicates whether the zip has zip64 end records (APPNOTE 4.3.14).</summary>
    public bool IsZip64 { get; init; }

    /// <summary>Gets the encoding that was used for names of <see cref="ZipNameSource.Guess"/>.</summary>
    public string GuessedEncoding { get; init; } = "";

    /// <summary>
    /// Gets a value that indicates whether those names are plausible text in that encoding; otherwise they are plausible in no known
    /// encoding.
    /// </summary>
    public bool IsGuessPlausible { get; init; } = true;
}
