using DeepQDataset.Streams;
using DeepQDataset.Text;

namespace DeepQDataset.Sources.Zip;

/// <summary>A zip entry that does not unpack to what the directory says (DQ708).</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Message">What is wrong, as a sentence.</param>
internal sealed record EntryDamage(SourceEntry Entry, string Message)
{
    /// <summary>Compares what an entry unpacked to with its size and CRC-32 in the directory (APPNOTE 4.4.7 and 4.4.9).</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="digest">All its bytes, at least one more than there should be if there are more.</param>
    /// <returns>What is wrong; null if nothing.</returns>
    public static EntryDamage? Find(SourceEntry entry, ContentDigest digest)
    {
        if (entry is not ZipEntry { Record: ZipRecord record })
        {
            return null;
        }

        string name = NameText.Quote(entry.Path);
        if (digest.Length != record.Length)
        {
            string actual = digest.Length > record.Length ? "more bytes than" : FormattableString.Invariant($"{digest.Length} bytes, not");
            return new EntryDamage(entry, FormattableString.Invariant($"{name} unpacks to {actual} the {record.Length} that the directory says."));
        }

        return digest.Checksum == record.Crc32
            ? null
            : new EntryDamage(entry, FormattableString.Invariant($"The CRC-32 of {name} is {digest.Checksum:X8}, not {record.Crc32:X8} as the directory says."));
    }

    /// <summary>The damage that kept an entry from being unpacked.</summary>
    public static EntryDamage NotUnpacked(SourceEntry entry) => new(entry, $"{NameText.Quote(entry.Path)} cannot be unpacked: its compressed data are damaged.");
}
