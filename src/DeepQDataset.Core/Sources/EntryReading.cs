using DeepQDataset.Streams;

namespace DeepQDataset.Sources;

/// <summary>Represents the result of opening an entry, reading it to its end, and comparing it with its source.</summary>
/// <param name="Damage">The reason why the content does not match the source (DQ708); null if it matches, or was not compared.</param>
/// <param name="Cause">
/// The exception that prevented opening the entry, which DQ702, DQ707 and DQ714 report, or reading a damaged one to its end; null if there
/// was none.
/// </param>
internal readonly record struct EntryReading(EntryDamage? Damage, InvalidDataException? Cause)
{
    /// <summary>Gets a value that indicates whether the entry was read without a problem.</summary>
    public bool IsSound => Damage is null && Cause is null;

    /// <summary>Reads an entry.</summary>
    /// <param name="source">The source.</param>
    /// <param name="entry">The file.</param>
    /// <param name="verifies">
    /// Indicates whether to compare the content with the checksum, if the source has one. Otherwise damage is an exception of
    /// <paramref name="read"/>.
    /// </param>
    /// <param name="digest">Computes the checksum.</param>
    /// <param name="read">Reads the content to its end, through the digest.</param>
    /// <exception cref="IOException">The file does not exist any more or cannot be read.</exception>
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

    /// <summary>Reads content without comparing it.</summary>
    /// <param name="open">Opens the content.</param>
    /// <param name="read">Reads the content; its exceptions are not caught.</param>
    /// <exception cref="IOException">The file does not exist any more or cannot be read.</exception>
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
