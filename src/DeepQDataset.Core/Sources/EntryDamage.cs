using DeepQDataset.Text;

namespace DeepQDataset.Sources;

/// <summary>Represents an entry of a zip whose content does not match the directory (DQ708).</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Message">The problem, as a sentence.</param>
internal sealed record EntryDamage(SourceEntry Entry, string Message)
{
    /// <summary>Creates the damage of an entry that could not be unpacked.</summary>
    public static EntryDamage NotUnpacked(SourceEntry entry) =>
        new(entry, $"{NameText.Quote(entry.Path)} cannot be unpacked: its compressed data are damaged.");
}
