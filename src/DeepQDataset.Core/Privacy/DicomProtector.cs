using DeepQDataset.Files;
using DeepQDataset.Inventory;
using DeepQDataset.Sources;
using DeepQDataset.Streams;
using DeepQDataset.Work;

namespace DeepQDataset.Privacy;

/// <summary>
/// Copies DICOM files de-identified by the Basic Application Level Confidentiality Profile (PS3.15 annex E) into one folder, each whole
/// or not at all. Names of copies are their new SOP Instance UIDs, since files and folders are often named for patients. One protector
/// serves one delivery: no two files get one name, whatever the order in which they come.
/// </summary>
public sealed partial class DicomProtector
{
    /// <summary>
    /// So many files are looked into before their copies are named and written: enough for all threads, few enough to stream.
    /// </summary>
    private const int BatchSize = 128;

    private readonly ProtectionOptions _options;
    private readonly string _destination;
    private readonly KeyedReplacements _replacements;

    /// <summary>The names that copies have got, as hashes: there may be a million.</summary>
    private readonly HashSet<UInt128> _names = [];

    /// <summary>Initializes a new instance of the <see cref="DicomProtector"/> class.</summary>
    /// <param name="destinationFolder">The rooted path of the folder for the copies; created if it does not exist.</param>
    /// <param name="options">How to de-identify.</param>
    public DicomProtector(string destinationFolder, ProtectionOptions options)
    {
        ArgumentNullException.ThrowIfNull(destinationFolder);
        ArgumentNullException.ThrowIfNull(options);
        _destination = Path.TrimEndingDirectorySeparator(Path.GetFullPath(destinationFolder));
        _options = options;
        _replacements = new KeyedReplacements(options.Key);
    }

    /// <summary>
    /// Copies all files of a folder, with the folders in it, or of a zip; or one file. Outcomes come in the order of the paths.
    /// </summary>
    /// <param name="fullPath">A rooted path of the file system.</param>
    /// <param name="progress">Receives the progress; called from any thread.</param>
    /// <param name="cancellation">The token to monitor for cancellation requests, also within a file.</param>
    /// <exception cref="DatasetException">The destination is the source or lies in it, or cannot be made.</exception>
    /// <exception cref="FileNotFoundException">There is no folder or file at the path.</exception>
    /// <exception cref="IOException">The folder or zip cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">Access is denied.</exception>
    public IEnumerable<ProtectionOutcome> Protect(
        string fullPath, IProgress<WorkProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(fullPath);
        bool isFolder = Directory.Exists(fullPath);
        if (!isFolder && !IsZip(fullPath))
        {
            return Protect([fullPath], progress, cancellation);
        }

        return ProtectAll(fullPath, isFolder, progress, cancellation);
    }

    /// <summary>Copies files. Outcomes come in their order.</summary>
    /// <param name="files">Rooted paths of files.</param>
    /// <param name="progress">Receives the progress; called from any thread.</param>
    /// <param name="cancellation">The token to monitor for cancellation requests, also within a file.</param>
    /// <exception cref="DatasetException">The destination cannot be made.</exception>
    public IEnumerable<ProtectionOutcome> Protect(
        IReadOnlyList<string> files, IProgress<WorkProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(files);
        List<ProtectionInput> inputs = new(files.Count);
        Dictionary<string, DatasetException?> refusals = new(StringComparer.Ordinal);
        foreach (string file in files)
        {
            string folder = Path.GetDirectoryName(file) ?? file;
            if (!refusals.TryGetValue(folder, out DatasetException? refusal))
            {
                refusal = IsSource(folder, isWhole: false);
                refusals.Add(folder, refusal);
            }

            inputs.Add(ProtectionInput.Of(file) with { Refusal = refusal });
        }

        return ProtectAll(inputs, progress, cancellation);
    }

    private IEnumerable<ProtectionOutcome> ProtectAll(
        string fullPath, bool isFolder, IProgress<WorkProgress>? progress, CancellationToken cancellation)
    {
        if (isFolder && IsSource(fullPath, isWhole: true) is { } refusal)
        {
            throw refusal;
        }

        // Not as a dataset: that of an image folder would be the folder above.
        using IDatasetSource source = DatasetSource.OpenAsIs(fullPath, readsForeignMethods: false, cancellation);
        foreach (ProtectionOutcome outcome in ProtectAll(ProtectionInput.Of(source).ToList(), progress, cancellation))
        {
            yield return outcome;
        }
    }

    private IEnumerable<ProtectionOutcome> ProtectAll(
        List<ProtectionInput> inputs, IProgress<WorkProgress>? progress, CancellationToken cancellation)
    {
        MakeFolder(_destination);
        DestinationSpace.Check(_destination, _destination, inputs.Sum(input => input.Length ?? 0));
        ProgressCounter done = ProgressCounter.OfItems(progress, "De-identifying DICOM files", inputs.Count, "files");
        for (int start = 0; start < inputs.Count; start += BatchSize)
        {
            ProtectionInput[] batch = inputs.Skip(start).Take(BatchSize).ToArray();
            ProtectionTask[] tasks = new ProtectionTask[batch.Length];
            ParallelWork.Run(
                batch.Length, _options.ThrottleLimit, index => tasks[index] = Prepare(batch[index], cancellation), cancellation);
            foreach (ProtectionTask task in tasks)
            {
                Name(task);
            }

            ParallelWork.Run(
                batch.Length,
                _options.ThrottleLimit,
                index =>
                {
                    Write(tasks[index], cancellation);
                    done.Advance();
                },
                cancellation);
            foreach (ProtectionTask task in tasks)
            {
                yield return task.Outcome!;
            }
        }
    }

    private static bool IsZip(string fullPath)
    {
        if (!File.Exists(fullPath))
        {
            return false;
        }

        Span<byte> start = stackalloc byte[4];
        using Stream file = FileRegionStream.OpenFile(fullPath);
        return file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length && start.SequenceEqual("PK\u0003\u0004"u8);
    }

    /// <summary>Refuses the folder that files come from as the destination, and one below it, if all of it is copied.</summary>
    private DatasetException? IsSource(string folder, bool isWhole)
    {
        bool isSource = isWhole
            ? RealPath.IsWithin(_destination, folder)
            : RealPath.Of(_destination).Equals(RealPath.Of(folder), RealPath.Comparison);
        return isSource ? ProtectionErrors.IsSource(_destination, folder) : null;
    }

    private static void MakeFolder(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception exception) when (DestinationErrors.CanTranslate(exception))
        {
            throw DestinationErrors.Translate(exception, folder);
        }
    }
}
