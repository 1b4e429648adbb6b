using DeepQDataset.Files;
using DeepQDataset.Inventory;
using DeepQDataset.Sources;
using DeepQDataset.Streams;
using DeepQDataset.Work;

namespace DeepQDataset.Privacy;

/// <summary>
/// Copies DICOM files, de-identified by the Basic Application Level Confidentiality Profile (PS3.15 annex E), into one folder, each
/// completely or not at all. Copies are named by their new SOP Instance UIDs, since files and folders are often named after patients. Use
/// one instance for each delivery: no two files get the same name, in any order.
/// </summary>
public sealed partial class DicomProtector
{
    /// <summary>
    /// The number of files to read before their copies are named and written: enough for all threads, and few enough to stream.
    /// </summary>
    private const int BatchSize = 128;

    private readonly ProtectionOptions _options;
    private readonly string _destination;
    private readonly KeyedReplacements _replacements;

    /// <summary>The names of copies as hashes, since there may be a million.</summary>
    private readonly HashSet<UInt128> _names = [];

    /// <summary>Initializes a new instance of the <see cref="DicomProtector"/> class.</summary>
    /// <param name="destinationFolder">The rooted path of the folder for the copies, which is created if it does not exist.</param>
    /// <param name="options">The options of the de-identification.</param>
    public DicomProtector(string destinationFolder, ProtectionOptions options)
    {
        ArgumentNullException.ThrowIfNull(destinationFolder);
        ArgumentNullException.ThrowIfNull(options);
        _destination = Path.TrimEndingDirectorySeparator(Path.GetFullPath(destinationFolder));
        _options = options;
        _replacements = new KeyedReplacements(options.Key);
    }

    /// <summary>Copies all files of a folder and its subfolders, of a zip, or one file. Outcomes are in path order.</summary>
    /// <param name="fullPath">The rooted path of a file or folder.</param>
    /// <param name="progress">Receives the progress; called from any thread.</param>
    /// <param name="cancellation">The token to monitor for cancellation requests, also within a file.</param>
    /// <exception cref="DatasetException">The destination is the source or is in it, or cannot be created.</exception>
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

    /// <summary>Copies files. Outcomes are in the order of the files.</summary>
    /// <param name="files">The rooted paths of the files.</param>
    /// <param name="progress">Receives the progress; called from any thread.</param>
    /// <param name="cancellation">The token to monitor for cancellation requests, also within a file.</param>
    /// <exception cref="DatasetException">The destination cannot be created.</exception>
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

        // Not opened as a dataset, for which an image folder would be opened as its parent.
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
        string first = inputs.Count > 0 ? inputs[0].Location.Path : "";
        IncompleteFolder incomplete = IncompleteFolder.Mark(_destination, RemedyAction.Protect, first, [IncompleteFolder.AllNames]);
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

        incomplete.Complete();
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

    /// <summary>Returns an error if the destination is the folder of the files or, if all of it is copied, is inside it.</summary>
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
