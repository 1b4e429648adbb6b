using DeepQDataset.Streams;

namespace DeepQDataset.Sources;

/// <summary>Represents what came of opening an entry, reading it to its end, and comparing it with what its source says of it.</summary>
/// <param name="Damage">Why the content is not what the source says (DQ708); null if it is, or was not compared.</param>
/// <param name="Cause">
/// What kept the entry from being opened, which DQ702, DQ707 and DQ714 report, or a damaged one from being read to its end; null if nothing
/// did.
/// </param>
internal readonly record struct EntryReading(EntryDamage? Damage, InvalidDataException? Cause)
{
    /// <summary>Gets a value that indicates whether the entry was read, and nothing speaks against its content.</summary>
    public bool IsSound => Damage is null && Cause is null;

    /// <summary>Reads an entry.</summary>
    /// <param name="source">The source.</param>
    /// <param name="entry">One of its files.</param>
    /// <param name="verifies">
    /// Indicates whether to compare the content with the checksum, where the source has one. Otherwise damage is an exception of
    /// <paramref name="read"/>.
    /// </param>
    /// <param name="digest">Receives the checksum.</param>
    /// <param name="read">Reads the content to its end, each byte of it through the digest.</param>
    /// <exception cref="IOException">The file has gone or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">Access is denied.</exception>
    public static EntryReading Of(IDatasetSource source, SourceEntry entry, bool verifies, ContentDigest digest, Action<Stream> read)
    {
        if (!verifies || !source.HasChecksums)
        {
            return Of(() => source.Open(entry), read);
        }

        try
        {
            EntryReading reading = Of(() => source.OpenToVerify(entry), read);
            return reading.IsSound ? new EntryReading(source.FindDamage(entry, digest), null) : reading;
        }
        catch (InvalidDataException exception)
        {
            return new EntryReading(EntryDamage.NotUnpacked(entry), exception);
        }
    }

    /// <summary>Reads content that is compared with nothing.</summary>
    /// <param name="open">Opens it.</param>
    /// <param name="read">Reads it; its exceptions are the caller's.</param>
    /// <exception cref="IOException">The file has gone or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">Access is denied.</exception>
    public static EntryReading Of(Func<Stream> open, Action<Stream> read)
    {
        Stream content;
        try
        {
            content = open();
        }
        catch (InvalidDataException exception)
        {
            return new EntryReading(null, exception);
        }

        using (content)
        {
            read(content);
        }

        return default;
    }
}
