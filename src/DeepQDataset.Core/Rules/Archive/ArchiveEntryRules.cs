using System.Runtime.InteropServices;
using DeepQDataset.Catalog;
using DeepQDataset.Layout;
using DeepQDataset.Sources.Zip;
using DeepQDataset.Text;

namespace DeepQDataset.Rules.Archive;

/// <summary>
/// Checks single entries of a zip (DQ702, DQ704, DQ706, DQ707, DQ710, DQ711, DQ717). An entry with an unsafe path, or a link, is not part
/// of the dataset and has no other issue.
/// </summary>
internal sealed class ArchiveEntryRules : ArchiveRuleFamily
{
    /// <summary>The bit of a Unix mode that lets the file's group read it (POSIX sys/stat.h, S_IRGRP).</summary>
    private const int GroupMayRead = 0x20;

    private const int AllPermissions = 0x1FF;

    /// <inheritdoc/>
    protected override void Check(ValidationContext context, ZipSource zip)
    {
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
        if (entry.UnsafePart is not null)
        {
            issues.Report(RuleCatalog.UnsafePath, entry.Path, ArchiveEntryText.Unsafe(entry));
            return;
        }

        if (entry.IsSpecialFile)
        {
            issues.Report(RuleCatalog.LinkEntry, entry.Path, ArchiveEntryText.Special(entry));
            return;
        }

        if (entry.IsFolder)
        {
            return;
        }

        if (record.IsEncrypted)
        {
            issues.Report(RuleCatalog.EncryptedEntry, entry.Path, ArchiveEntryText.Encrypted(entry));
        }
        else if (record.Method is not (ZipMethod.Stored or ZipMethod.Deflate))
        {
            issues.Report(RuleCatalog.CompressionMethod, entry.Path, ArchiveEntryText.Method(entry));
        }

        if (record.UnixMode is int mode and not 0 && (mode & GroupMayRead) == 0)
        {
            string permissions = Convert.ToString(mode & AllPermissions, 8).PadLeft(3, '0');
            issues.Report(
                RuleCatalog.EntryPermissions,
                entry.Path,
                $"{NameText.Quote(entry.Path)} has the mode {permissions}, by which its group may not read it.");
        }

        if (ArchiveExtensions.IsArchive(entry.Path) && !SystemFileNames.IsSystemPath(entry.Path))
        {
            issues.Report(RuleCatalog.NestedArchive, entry.Path, $"{NameText.Quote(entry.Path)} is an archive inside the zip.");
        }
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
                string message = FormattableString.Invariant($"The zip holds {NameText.Quote(path)} {count} times.");
                issues.Report(RuleCatalog.DuplicateEntry, path, message, count: count);
            }
        }
    }
}
