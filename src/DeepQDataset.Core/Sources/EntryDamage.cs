using DeepQDataset.Text;

namespace DeepQDataset.Sources;

/// <summary>Represents an entry of a zip whose content is not what the directory says (DQ708).</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Message">What is wrong, as a sentence.</param>
internal sealed record EntryDamage(SourceEntry Entry, string Message)
{
    /// <summary>Returns the damage that kept an entry from being unpacked.</summary>
    public static EntryDamage NotUnpacked(SourceEntry entry) =>
        new(entry, $"{NameText.Quote(entry.Path)} cannot be unpacked: its compressed data are damaged.");
}
