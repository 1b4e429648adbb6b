using DeepQDataset.Catalog;
using DeepQDataset.Rules.Archive;
using DeepQDataset.Sources;
using DeepQDataset.Sources.Zip;
using DeepQDataset.Streams;
using DeepQDataset.Text;

namespace DeepQDataset.Repair;

/// <summary>
/// Reports what rewriting a zip repairs in any case: DQ703, DQ705 to DQ707, DQ712, DQ715 to DQ717. Refuses a zip with entries that cannot
/// be copied.
/// </summary>
internal static class ArchiveRepair
{
    private const int PieceBytes = 1 << 17;

    private static readonly (DqRule Rule, string Message)[] Afresh =
    [
        (RuleCatalog.NameNotUnicode, "Stored the name as Unicode."),
        (RuleCatalog.BackslashPath, "Separated the path by '/'."),
        (RuleCatalog.DuplicateEntry, "Kept one of the copies."),
        (RuleCatalog.CompressionMethod, "Unpacked it, and stored it as every reader knows."),
        (RuleCatalog.UnicodeFlagOnly, "Stored names as Unicode in both ways."),
        (RuleCatalog.ExtraBytes, "Left out the bytes around the zip."),
        (RuleCatalog.EntryPermissions, "Packed with the right to read for all."),
    ];

    /// <summary>Records the changes, whatever rules are to be repaired, since a zip is always rewritten.</summary>
    /// <param name="round">The round that reads the zip itself.</param>
    /// <param name="newName">The name of the repaired dataset.</param>
    /// <exception cref="DatasetException">Entries cannot be read, or have the same name and different content.</exception>
    public static void Plan(RepairRound round, string newName)
    {
        if (round.Context.Archive is not { } zip)
        {
            return;
        }

        RefuseUnreadable(round, zip);
        RefuseDifferentCopies(round, zip);
        Dictionary<string, SourceEntry> entries = zip.Entries.ToDictionary(static entry => entry.Path, StringComparer.Ordinal);
        foreach ((DqRule rule, string message) in Afresh)
        {
            foreach (DqIssue issue in round.AllIssuesOf(rule).ToArray())
            {
                SourceEntry? entry = issue.Path is null ? null : entries.GetValueOrDefault(issue.Path);
                if (entry is not null && round.IsDropped(entry))
                {
                    continue; // The reason is reported already.
                }

                round.Note(rule, issue.Path, entry is null ? null : round.TargetOf(entry), message);
            }
        }

        if (ArchiveRules.ProblemOfName(zip.Name) is not null && ArchiveRules.ProblemOfName(newName) is null)
        {
            round.Note(RuleCatalog.DatasetName, null, null, $"The dataset is called {NameText.Quote(newName)} now.");
        }
    }

    private static void RefuseUnreadable(RepairRound round, ZipSource zip)
    {
        List<string> reasons = [];
        foreach (SourceEntry entry in zip.Entries)
        {
            if (!entry.IsFolder && !round.IsDropped(entry) && WhyUnreadable(zip, (ZipEntry)entry) is string reason)
            {
                reasons.Add(reason);
            }
        }

        if (reasons.Count > 0)
        {
            string more = reasons.Count == 1 ? "" : FormattableString.Invariant($" And {reasons.Count - 1} more entries cannot be read.");
            throw new DatasetException(
                "EntriesUnreadable", DatasetErrorKind.InvalidData,
                $"{reasons[0]}{more} Nothing is left out silently: unpack the zip with another program, and repair the "
                + $"folder.", zip.FullPath);
        }
    }

    private static string? WhyUnreadable(ZipSource zip, ZipEntry entry)
    {
        if (entry.Record.IsEncrypted)
        {
            return ArchiveEntryText.Encrypted(entry);
        }

        try
        {
            zip.Open(entry).Dispose();
            return null;
        }
        catch (InvalidDataException exception)
        {
            return $"{NameText.Quote(entry.Path)} cannot be unpacked: {exception.Message}";
        }
    }

    private static void RefuseDifferentCopies(RepairRound round, ZipSource zip)
    {
        if (!zip.HasDuplicates)
        {
            return;
        }

        Dictionary<string, SourceEntry> kept = new(StringComparer.Ordinal);
        foreach (SourceEntry entry in zip.Entries)
        {
            if (!entry.IsFolder && !round.IsDropped(entry))
            {
                kept.Add(entry.Path, entry);
            }
        }

        foreach (ZipEntry entry in zip.Directory.Entries)
        {
            if (entry is { IsUsable: true, IsFolder: false } && kept.TryGetValue(entry.Path, out SourceEntry? first)
                && !ReferenceEquals(entry, first) && !HaveSameContent(round, zip, (ZipEntry)first, entry))
            {
                throw new DatasetException(
                    "DuplicateEntriesDiffer", DatasetErrorKind.InvalidData,
                    $"The zip holds {NameText.Quote(entry.Path)} more than once with different content, and only you know which "
                    + $"one is correct. "
                    + "Make the zip again from the dataset folder.",
                    zip.FullPath);
            }
        }
    }

    private static bool HaveSameContent(RepairRound round, ZipSource zip, ZipEntry first, ZipEntry second) =>
        first.Length == second.Length
        && first.Record.Crc32 == second.Record.Crc32
        && HashOf(round, zip, first) == HashOf(round, zip, second);

    private static UInt128 HashOf(RepairRound round, ZipSource zip, ZipEntry entry)
    {
        try
        {
            ContentDigest digest = new();
            digest.Reset(withHash: true, withChecksum: false);
            using ContentStream content = new(zip.Open(entry), digest, progress: null, round.Context.Cancellation);
            byte[] piece = new byte[PieceBytes];
            while (content.Read(piece) > 0)
            {
                round.Context.Cancellation.ThrowIfCancellationRequested();
            }

            return digest.Hash;
        }
        catch (InvalidDataException exception)
        {
            throw new DatasetException(
                "SourceDamaged", DatasetErrorKind.InvalidData, $"'{zip.FullPath}: {entry.Path}' is damaged: {exception.Message}",
                zip.FullPath, exception);
        }
    }
}
