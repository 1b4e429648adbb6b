using DeepQDataset.Layout;
using DeepQDataset.Sources;

namespace DeepQDataset.Building.Planning;

/// <summary>
/// Finds images in a folder by the names in labels: a path below the folder, or a file name anywhere in it; with or without extension.
/// Matches that differ by case are used only if there are no others.
/// </summary>
internal sealed class ImageFolderIndex
{
    private readonly IReadOnlyList<SourceEntry> _files;
    private readonly Dictionary<string, int> _lastMention = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<(int File, int MentionBefore)> _mentions = [];

    /// <summary>Indexes the files of a folder.</summary>
    /// <param name="files">The files, without folders.</param>
    public ImageFolderIndex(IReadOnlyList<SourceEntry> files)
    {
        _files = files;
        for (int index = 0; index < files.Count; index++)
        {
            string path = files[index].Path;
            int fileName = path.LastIndexOf('/') + 1;
            Add(path, index);
            if (fileName > 0)
            {
                Add(path[fileName..], index);
            }

            int stem = ImageFileNames.StemLength(path);
            if (stem < path.Length)
            {
                Add(path[..stem], index);
                if (fileName > 0)
                {
                    Add(path[fileName..stem], index);
                }
            }
        }
    }

    /// <summary>Finds the files that match a name best.</summary>
    /// <param name="name">The name of the image in a label.</param>
    /// <returns>No file, one file, or several if the name is ambiguous.</returns>
    public IReadOnlyList<SourceEntry> Find(string name)
    {
        string path = name.Replace('\\', '/');
        path = path.StartsWith("./", StringComparison.Ordinal) ? path[2..] : path;

        // Best match first: exact case before other case, then the whole path before the file name, then the name with extension before the
        // one without.
        List<SourceEntry> best = [];
        int bestRank = int.MaxValue;
        for (int mention = _lastMention.GetValueOrDefault(path, -1); mention >= 0; mention = _mentions[mention].MentionBefore)
        {
            SourceEntry file = _files[_mentions[mention].File];
            int rank = Rank(file.Path, path);
            if (rank < bestRank)
            {
                bestRank = rank;
                best.Clear();
            }

            if (rank == bestRank)
            {
                best.Add(file);
            }
        }

        return best;
    }

    private static int Rank(string file, string name)
    {
        bool isWholePath = file.Length >= name.Length && file.StartsWith(name, StringComparison.OrdinalIgnoreCase)
            && (file.Length == name.Length || file.LastIndexOf('.') == name.Length);
        bool isFullName = file.EndsWith(name, StringComparison.OrdinalIgnoreCase);
        bool isThisCase = file.Contains(name, StringComparison.Ordinal);
        return (isThisCase ? 0 : 4) + (isWholePath ? 0 : 2) + (isFullName ? 0 : 1);
    }

    private void Add(string name, int file)
    {
        _mentions.Add((file, _lastMention.GetValueOrDefault(name, -1)));
        _lastMention[name] = _mentions.Count - 1;
    }
}
