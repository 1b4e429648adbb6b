using System.Runtime.InteropServices;
using DeepQDataset.Layout;
using DeepQDataset.Sources.Zip;
using DeepQDataset.Text;

namespace DeepQDataset.Extraction;

/// <summary>Plans the path of each entry from the zip's directory, before anything is written.</summary>
internal sealed class ExtractionPlan
{
    // Names that differ only by case are two files if the file system is case-sensitive.
    private static readonly StringComparer PathComparer =
        OperatingSystem.IsLinux() ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase;

    private readonly Dictionary<string, Claim> _claims = new(PathComparer);

    // Each spelling is checked on its own before anything is written, whatever the file system treats as equal.
    private readonly HashSet<string> _folders = new(StringComparer.Ordinal);

    private ExtractionPlan()
    {
    }

    /// <summary>Gets the files in the order of their data in the zip.</summary>
    public IReadOnlyList<ExtractionItem> Files { get; private set; } = [];

    /// <summary>Gets the folders, each after its parent, as relative paths with <c>/</c> as separator.</summary>
    public IReadOnlyList<string> Folders { get; private set; } = [];

    /// <summary>Gets the names of the files and folders at the root.</summary>
    public IEnumerable<string> RootNames => Files.Select(static file => file.Path).Concat(Folders)
        .Select(static path => path.Split('/', 2)[0]).Distinct(StringComparer.Ordinal);

    /// <summary>Gets the total size of the files in bytes.</summary>
    public long Bytes { get; private set; }

    /// <summary>Gets the number of system files that are left out.</summary>
    public int LeftOut { get; private set; }

    /// <summary>Creates the plan.</summary>
    /// <param name="directory">The zip's directory.</param>
    /// <param name="failures">Receives the entries that are not to be written.</param>
    /// <param name="cancellation">The token to monitor for cancellation requests.</param>
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

    /// <summary>Represents the entries with the same path.</summary>
    /// <param name="First">The first entry.</param>
    /// <param name="Count">The number of entries.</param>
    /// <param name="IsContested">Indicates whether the entries differ in size or checksum.</param>
    private readonly record struct Claim(ZipEntry First, int Count, bool IsContested)
    {
        public Claim With(ZipEntry other) =>
            new(First, Count + 1, IsContested || other.Length != First.Length || other.Record.Crc32 != First.Record.Crc32);
    }
}
