using System.Runtime.InteropServices;
using DeepQDataset.Layout;
using DeepQDataset.Sources.Zip;
using DeepQDataset.Text;

namespace DeepQDataset.Extraction;

/// <summary>What goes where, decided from the zip's directory alone before anything is written.</summary>
internal sealed class ExtractionPlan
{
    // Two names that differ by case only are two files where the file system tells them apart.
    private static readonly StringComparer PathComparer =
        OperatingSystem.IsLinux() ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase;

    private readonly Dictionary<string, Claim> _claims = new(PathComparer);

    // Each spelling for itself: whatever the file system takes for the same, each is looked at before anything is written into it.
    private readonly HashSet<string> _folders = new(StringComparer.Ordinal);

    private ExtractionPlan()
    {
    }

    /// <summary>The files, in the order in which their data lie in the zip.</summary>
    public IReadOnlyList<ExtractionItem> Files { get; private set; } = [];

    /// <summary>The folders, each behind the one that it lies in. <c>/</c>-separated, relative.</summary>
    public IReadOnlyList<string> Folders { get; private set; } = [];

    /// <summary>How many bytes the files have.</summary>
    public long Bytes { get; private set; }

    /// <summary>How many files of operating systems are left out.</summary>
    public int LeftOut { get; private set; }

    /// <summary>Makes the plan.</summary>
    /// <param name="directory">The zip's directory.</param>
    /// <param name="failures">Takes what is not to be written.</param>
    /// <param name="cancellation">Ends the work.</param>
    public static ExtractionPlan From(ZipDirectory directory, ExtractionFailures failures, CancellationToken cancellation)
    {
        ExtractionPlan plan = new();
        foreach (ZipEntry entry in directory.Entries)
        {
            cancellation.ThrowIfCancellationRequested();
            if (Refuse(entry) is DatasetException failure)
            {
                failures.Add(entry.Record.Index, failure);
            }
            else
            {
                plan.Add(entry);
            }
        }

        plan.Settle(failures);
        return plan;
    }

    private static DatasetException? Refuse(ZipEntry entry)
    {
        if (entry.UnsafePart is not null)
        {
            return ExtractionErrors.UnsafePath(entry);
        }

        if (entry.IsSpecialFile)
        {
            return ExtractionErrors.LinkEntry(entry);
        }

        if (entry.IsFolder || SystemFileNames.IsSystemPath(entry.Path))
        {
            return null;
        }

        if (entry.Record.IsEncrypted)
        {
            return ExtractionErrors.EncryptedEntry(entry);
        }

        return entry.Record.Method is ZipMethod.Stored or ZipMethod.Deflate ? null : ExtractionErrors.CompressionMethod(entry);
    }

    private void Add(ZipEntry entry)
    {
        if (SystemFileNames.IsSystemPath(entry.Path))
        {
            LeftOut += entry.IsFolder ? 0 : 1;
            return;
        }

        string path = PortablePath.From(entry.Path);
        if (entry.IsFolder)
        {
            AddFolder(path);
            return;
        }

        AddFolder(EntryPath.Folder(path));
        ref Claim claim = ref CollectionsMarshal.GetValueRefOrAddDefault(_claims, path, out bool isTaken);
        claim = isTaken ? claim.With(entry) : new Claim(entry, 1, IsContested: false);
    }

    private void AddFolder(string path)
    {
        while (path.Length > 0 && _folders.Add(path))
        {
            path = EntryPath.Folder(path);
        }
    }

    private void Settle(ExtractionFailures failures)
    {
        List<ExtractionItem> files = new(_claims.Count);
        Int128 bytes = 0;
        foreach ((string path, Claim claim) in _claims)
        {
            if (_folders.Contains(path))
            {
                failures.Add(claim.First.Record.Index, ExtractionErrors.FileIsFolder(path));
            }
            else if (claim.IsContested)
            {
                failures.Add(claim.First.Record.Index, ExtractionErrors.DuplicateEntry(path, claim.Count));
            }
            else
            {
                files.Add(new ExtractionItem(claim.First, path));
                bytes += claim.First.Length;
            }
        }

        files.Sort(static (left, right) => left.Entry.Record.LocalHeaderOffset.CompareTo(right.Entry.Record.LocalHeaderOffset));
        Files = files;
        Folders = _folders.Order(StringComparer.Ordinal).ToArray();
        Bytes = (long)Int128.Min(bytes, long.MaxValue);
        _claims.Clear();
        _folders.Clear();
    }

    /// <summary>The entries that want one path.</summary>
    /// <param name="First">The first of them.</param>
    /// <param name="Count">How many there are.</param>
    /// <param name="IsContested">Whether they differ in size or checksum.</param>
    private readonly record struct Claim(ZipEntry First, int Count, bool IsContested)
    {
        public Claim With(ZipEntry other) =>
            new(First, Count + 1, IsContested || other.Length != First.Length || other.Record.Crc32 != First.Record.Crc32);
    }
}
