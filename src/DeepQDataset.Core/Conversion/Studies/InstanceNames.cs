using DeepQDataset.Text;

namespace DeepQDataset.Conversion.Studies;

/// <summary>
/// Finds instances by name: SOP instance UIDs, paths (absolute, or relative to the source or to the label file) with or without extension,
/// or file names. Only the requested names are kept in memory, not all instances.
/// </summary>
internal sealed class InstanceNames
{
    private const int NoRank = int.MaxValue;

    private readonly string _folder;
    private readonly Dictionary<string, Candidate> _candidates = new(StringComparer.Ordinal);

    /// <summary>Initializes a new instance of the <see cref="InstanceNames"/> class.</summary>
    /// <param name="names">The names, which may repeat.</param>
    /// <param name="folder">The folder of the label file, to which paths may be relative.</param>
    public InstanceNames(IEnumerable<string> names, string folder)
    {
        _folder = Slashed(folder);
        foreach (string name in names)
        {
            Candidate candidate = new();
            if (_candidates.TryAdd(Normalized(name), candidate))
            {
                _candidates.TryAdd(Rooted(name), candidate);
            }
        }
    }

    /// <summary>Compares an instance with the names.</summary>
    public void Offer(DicomInstance instance)
    {
        if (_candidates.Count == 0)
        {
            return;
        }

        string path = instance.Entry.Path;
        string folder = EntryPath.Folder(path);
        Offer(instance, instance.SopInstanceUid, 0);
        Offer(instance, Slashed(instance.Location), 1);
        Offer(instance, path, 1);
        Offer(instance, EntryPath.Combine(folder, EntryPath.Stem(path)), 2);
        Offer(instance, EntryPath.FileName(path), 3);
        Offer(instance, EntryPath.Stem(path), 4);
    }

    /// <summary>Returns the instance for a name.</summary>
    /// <param name="name">One of the names.</param>
    /// <param name="isAmbiguous">Indicates whether there are several instances.</param>
    /// <returns>The instance; null if there is none or several.</returns>
    public DicomInstance? Find(string name, out bool isAmbiguous)
    {
        Candidate byName = _candidates[Normalized(name)];
        Candidate best = _candidates.TryGetValue(Rooted(name), out Candidate? byPath) && byPath.Rank < byName.Rank ? byPath : byName;
        isAmbiguous = best.IsAmbiguous;
        return isAmbiguous ? null : best.Instance;
    }

    private static string Slashed(string name) => name.Replace('\\', '/');

    private static string Normalized(string name)
    {
        string slashed = Slashed(name);
        return slashed.StartsWith("./", StringComparison.Ordinal) ? slashed[2..] : slashed;
    }

    private string Rooted(string name) => $"{_folder.TrimEnd('/')}/{Normalized(name)}";

    private void Offer(DicomInstance instance, string name, int rank)
    {
        if (name.Length > 0 && _candidates.TryGetValue(name, out Candidate? candidate))
        {
            candidate.Take(instance, rank);
        }
    }

    /// <summary>Represents the best match for a name so far.</summary>
    private sealed class Candidate
    {
        public int Rank { get; private set; } = NoRank;

        public DicomInstance? Instance { get; private set; }

        public bool IsAmbiguous { get; private set; }

        public void Take(DicomInstance instance, int rank)
        {
            if (rank < Rank)
            {
                (Rank, Instance, IsAmbiguous) = (rank, instance, false);
            }
            else if (rank == Rank && !ReferenceEquals(Instance, instance))
            {
                IsAmbiguous = true;
            }
        }
    }
}
