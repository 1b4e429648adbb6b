namespace DeepQDataset.Sources.Zip;

/// <summary>Represents a zip's central directory (APPNOTE 4.3.12), as it was read.</summary>
internal sealed class ZipDirectory
{
    /// <summary>Why the file cannot be read as a zip; null if it can. There are no entries then.</summary>
    public ZipFailure? Failure { get; init; }

    /// <summary>All entries in the directory's order, unsafe paths and links included.</summary>
    public IReadOnlyList<ZipEntry> Entries { get; init; } = [];

    /// <summary>Gets the archive's comment, undecoded.</summary>
    public ReadOnlyMemory<byte> Comment { get; init; }

    /// <summary>Gets the file's size in bytes.</summary>
    public long FileLength { get; init; }

    /// <summary>Where the directory starts, in bytes from the file's start. Data of entries lie before.</summary>
    public long Start { get; init; }

    /// <summary>What has to be added to the offsets that the zip declares: bytes that were put before it without its knowledge.</summary>
    public long BaseOffset { get; init; }

    /// <summary>Gets the number of bytes that precede the first record.</summary>
    public long LeadingBytes { get; init; }

    /// <summary>Gets the number of bytes that follow the end record and its comment.</summary>
    public long TrailingBytes { get; init; }

    /// <summary>Gets a value that indicates whether it ends with the zip64 records (APPNOTE 4.3.14).</summary>
    public bool IsZip64 { get; init; }

    /// <summary>Gets the encoding by which names of <see cref="ZipNameSource.Guess"/> were read.</summary>
    public string GuessedEncoding { get; init; } = "";

    /// <summary>
    /// Gets a value that indicates whether those names look like text in that encoding; they look like text in none that is known
    /// otherwise.
    /// </summary>
    public bool IsGuessPlausible { get; init; } = true;
}
