using DeepQDataset.Text;

namespace DeepQDataset.Conversion.Studies;

/// <summary>
/// Finds the instances that names mean: SOP instance UIDs, else paths (whole, or relative to the source or to the label file), with
/// extension or without, else file names. Only the names asked for take memory, not those of all instances.
/// </summary>
internal sealed class InstanceNames
{
    private const int NoRank = int.MaxValue;

    private readonly string _folder;
    private readonly Dictionary<string, Candidate> _candidates = new(StringComparer.Ordinal);

    /// <summary>Takes the names.</summary>
    /// <param name="names">The names; any of them may come several times.</param>
    /// <param name="folder">The label file's folder, to which relative paths may be meant.</param>
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

    /// <summary>Offers an instance to the names.</summary>
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

    /// <summary>The instance that a name means.</summary>
    /// <param name="name">One of the names.</param>
    /// <param name="isAmbiguous">Whether there are several.</param>
    /// <returns>The instance; null where there is none or several.</returns>
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

    /// <summary>The best instance for a name so far.</summary>
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
