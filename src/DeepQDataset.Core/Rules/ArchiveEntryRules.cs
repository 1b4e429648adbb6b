using System.Runtime.InteropServices;
using DeepQDataset.Inventory;
using DeepQDataset.Sources;
using DeepQDataset.Sources.Zip;
using DeepQDataset.Validation;

namespace DeepQDataset.Rules;

/// <summary>
/// What single entries of a zip are (DQ702, DQ704, DQ706, DQ707, DQ710, DQ711). An entry with an unsafe path, or a link, is no part of the
/// dataset: nothing else is said of it.
/// </summary>
internal sealed class ArchiveEntryRules : IRuleFamily
{
    /// <inheritdoc/>
    public void Check(ValidationContext context)
    {
        if (context.Source is not ZipSource zip)
        {
            return;
        }

        foreach (ZipEntry entry in zip.Directory.Entries)
        {
            CheckEntry(entry, context.Issues);
        }

        if (zip.HasDuplicates)
        {
            CheckDuplicates(zip.Directory.Entries, context.Issues);
        }
    }

    private static void CheckEntry(ZipEntry entry, IssueSink issues)
    {
        ZipRecord record = entry.Record;
        if (entry.UnsafePart is string part)
        {
            issues.Report(RuleCatalog.UnsafePath, entry.Path, Unsafe(entry.Name, part));
            return;
        }

        if (entry.IsSpecialFile)
        {
            issues.Report(RuleCatalog.LinkEntry, entry.Path, $"{NameText.Quote(entry.Path)} is {UnixFileType.Name(record.UnixFileType)}.");
            return;
        }

        if (entry.IsFolder)
        {
            return;
        }

        if (record.IsEncrypted)
        {
            issues.Report(RuleCatalog.EncryptedEntry, entry.Path, $"{NameText.Quote(entry.Path)} is encrypted ({Encryption(record)}).");
        }
        else if (record.Method is not (ZipMethod.Stored or ZipMethod.Deflate))
        {
            string message = FormattableString.Invariant($"{NameText.Quote(entry.Path)} is compressed by method {record.Method} ({ZipMethod.Name(record.Method)}).");
            issues.Report(RuleCatalog.CompressionMethod, entry.Path, message);
        }

        if (ArchiveExtensions.IsArchive(entry.Path) && !SystemFileNames.IsSystemPath(entry.Path))
        {
            issues.Report(RuleCatalog.NestedArchive, entry.Path, $"{NameText.Quote(entry.Path)} is an archive inside the zip.");
        }
    }

    private static string Unsafe(string name, string part) => part switch
    {
        "" => "An entry has no name.",
        "/" => $"{NameText.Quote(name)} is an absolute path.",
        ".." => $"{NameText.Quote(name)} leads upwards by '..'.",
        _ => $"{NameText.Quote(name)} starts with the drive letter '{part}'.",
    };

    private static string Encryption(ZipRecord record)
    {
        const ushort StrongEncryption = 0x0040;
        if (record.Method == ZipMethod.Aes)
        {
            return record.AesBits is int bits ? FormattableString.Invariant($"AES, {bits} bits") : "AES";
        }

        return (record.Flags & StrongEncryption) != 0 ? "PKWARE strong encryption" : "traditional";
    }

    private static void CheckDuplicates(IReadOnlyList<ZipEntry> entries, IssueSink issues)
    {
        Dictionary<string, int> counts = new(entries.Count, StringComparer.Ordinal);
        foreach (ZipEntry entry in entries)
        {
            if (entry.IsUsable && entry.Path.Length > 0)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(counts, entry.Path, out _)++;
            }
        }

        foreach ((string path, int count) in counts)
        {
            if (count > 1)
            {
                issues.Report(RuleCatalog.DuplicateEntry, path, FormattableString.Invariant($"The zip holds {NameText.Quote(path)} {count} times."), count: count);
            }
        }
    }
}
