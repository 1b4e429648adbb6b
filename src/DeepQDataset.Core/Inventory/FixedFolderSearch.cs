using DeepQDataset.Layout;

namespace DeepQDataset.Inventory;

/// <summary>Collects the folders that contain <c>image</c> or <c>Classes</c>, and chooses one of them.</summary>
internal sealed class FixedFolderSearch
{
    /// <summary>The paths of the prescribed folders in each folder, and whether one of them is spelled correctly.</summary>
    private readonly Dictionary<string, Candidate> _candidates = new(StringComparer.Ordinal);

    /// <summary>Examines a folder.</summary>
    /// <param name="folder">The path relative to the root of the source.</param>
    /// <param name="isNearMiss">Indicates whether the folder itself is a misspelling, which may also be a folder of LabelMe files.</param>
    /// <returns>True if a part of the path is a prescribed name, so that everything below belongs to that layout.</returns>
    public bool Look(ReadOnlySpan<char> folder, out bool isNearMiss)
    {
        isNearMiss = false;
        int start = 0;
        while (start < folder.Length)
        {
            int slash = folder[start..].IndexOf('/');
            int end = slash < 0 ? folder.Length : start + slash;
            ReadOnlySpan<char> name = folder[start..end];
            if (FixedNames.MatchFolder(name) != FixedFolder.None)
            {
                bool isExact = FixedNames.IsExactFolder(name);
                if (isExact || !IsExactChild(folder, end))
                {
                    Add(folder[..Math.Max(0, start - 1)].ToString(), folder[..end], isExact);
                    isNearMiss = !isExact && end == folder.Length;
                    return true;
                }
            }

            start = end + 1;
        }

        return false;
    }

    /// <summary>Chooses the folder that contains the layout.</summary>
    /// <param name="depth">The depth of the folder; <see cref="int.MaxValue"/> if there is none.</param>
    /// <param name="nearMiss">The misspelling that is the only evidence; null if there is more.</param>
    public LayoutLocation Best(out int depth, out string? nearMiss)
    {
        nearMiss = null;
        depth = int.MaxValue;
        List<Candidate> best = [];
        foreach (Candidate candidate in _candidates.Values)
        {
            if (!candidate.IsExact && candidate.NearMisses.TrueForAll(IsWrapper))
            {
                continue;
            }

            if (candidate.Depth < depth)
            {
                depth = candidate.Depth;
                best.Clear();
            }

            if (candidate.Depth == depth)
            {
                best.Add(candidate);
            }
        }

        if (best.Count > 1 && best.Exists(static candidate => candidate.IsExact))
        {
            best.RemoveAll(static candidate => !candidate.IsExact);
        }

        if (best.Count == 1)
        {
            nearMiss = best[0] is { IsExact: false, NearMisses.Count: 1 } only ? only.NearMisses[0] : null;
            return new LayoutLocation(best[0].Folder, IsLabelMe: false, []);
        }

        string[] rivals = best.ConvertAll(static candidate => candidate.Folder).ToArray();
        Array.Sort(rivals, StringComparer.Ordinal);
        return new LayoutLocation(null, IsLabelMe: false, rivals);
    }

    /// <summary>
    /// Determines whether a misspelling such as <c>Images</c> is really the enclosing folder, since it directly contains a correctly
    /// spelled <c>image</c>.
    /// </summary>
    private bool IsWrapper(string nearMiss) => _candidates.TryGetValue(nearMiss, out Candidate? inside) && inside.IsExact;

    private static bool IsExactChild(ReadOnlySpan<char> folder, int end)
    {
        if (end >= folder.Length)
        {
            return false;
        }

        ReadOnlySpan<char> rest = folder[(end + 1)..];
        int slash = rest.IndexOf('/');
        return FixedNames.IsExactFolder(slash < 0 ? rest : rest[..slash]);
    }

    private void Add(string holder, ReadOnlySpan<char> folder, bool isExact)
    {
        if (!_candidates.TryGetValue(holder, out Candidate? candidate))
        {
            candidate = new Candidate(holder, LayoutDetector.Depth(holder));
            _candidates.Add(holder, candidate);
        }

        candidate.IsExact |= isExact;
        if (!isExact && !(candidate.NearMisses.Count > 0 && folder.SequenceEqual(candidate.NearMisses[^1])))
        {
            candidate.NearMisses.Add(folder.ToString());
        }
    }

    private sealed class Candidate(string folder, int depth)
    {
        public string Folder { get; } = folder;

        public int Depth { get; } = depth;

        public bool IsExact { get; set; }

        public List<string> NearMisses { get; } = [];
    }
}
