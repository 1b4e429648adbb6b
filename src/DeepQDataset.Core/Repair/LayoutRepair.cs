using DeepQDataset.Catalog;
using DeepQDataset.Inventory;
using DeepQDataset.Layout;
using DeepQDataset.Sources;
using DeepQDataset.Text;

namespace DeepQDataset.Repair;

/// <summary>Moves files and folders to their place in the layout: DQ102 to DQ104, DQ107, DQ108, DQ110 to DQ112.</summary>
internal sealed class LayoutRepair
{
    private readonly RepairRound _round;
    private readonly DatasetInventory _inventory;
    private readonly string _root;
    private readonly Dictionary<string, string> _tops = new(StringComparer.Ordinal);

    private LayoutRepair(RepairRound round)
    {
        _round = round;
        _inventory = round.Inventory;
        _root = IsUnwrapped(round) ? "" : _inventory.EnclosingFolder;
    }

    /// <summary>Plans the changes, except for the names of images.</summary>
    /// <returns>The new folders of images.</returns>
    public static FolderTargets Plan(RepairRound round)
    {
        LayoutRepair repair = new(round);
        repair.LeaveOut();
        repair.NameTops();
        FolderTargets folders = FolderTargets.Plan(round, top => repair._tops.GetValueOrDefault(top) ?? repair.Kept(top));
        repair.MoveOthers();
        repair.MoveLabelFile();
        repair.NoteFolders(folders);
        return folders;
    }

    /// <summary>Returns the folder of the repaired layout; empty for the root.</summary>
    public static string RootOf(RepairRound round) => IsUnwrapped(round) ? "" : round.Inventory.EnclosingFolder;

    /// <summary>Returns the only label.csv if it is in the wrong place; otherwise null.</summary>
    public static SourceEntry? MisplacedLabelFile(RepairRound round)
    {
        DatasetInventory inventory = round.Inventory;
        if (!round.Mends(RuleCatalog.StrayFile) || inventory.LabelFile is not null
            || inventory.Layout is not (DqLayout.ImageOnly or DqLayout.Studies))
        {
            return null;
        }

        SourceEntry[] found = inventory
            .StrayFiles.Where(static file => FixedNames.IsLabelFile(EntryPath.FileName(file.Path)))
            .Take(2)
            .ToArray();
        return found.Length == 1 ? found[0] : null;
    }

    private static bool IsUnwrapped(RepairRound round) =>
        round.Mends(RuleCatalog.WrappedTooDeep) && LayoutDetector.Depth(round.Inventory.EnclosingFolder) > 1;

    private void LeaveOut()
    {
        HashSet<string> leftOut = new(StringComparer.Ordinal);
        foreach (DqIssue issue in _round.IssuesOf(RuleCatalog.StrayFile))
        {
            leftOut.Add(issue.Path!);
            _round.Note(RuleCatalog.StrayFile, issue.Path, null, "Left out: the layout has no place for it.");
        }

        foreach (SourceEntry file in _inventory.StrayFiles)
        {
            if (leftOut.Contains(file.Path))
            {
                _round.Drop(file);
            }
        }

        foreach (DqIssue issue in _round.IssuesOf(RuleCatalog.SystemFile))
        {
            _round.Note(RuleCatalog.SystemFile, issue.Path, null, "Left out: it belongs to an operating system or file server.");
        }

        foreach (SourceEntry file in _round.Mends(RuleCatalog.SystemFile) ? _inventory.SystemFiles : [])
        {
            _round.Drop(file);
        }
    }

    private void NameTops()
    {
        if (IsUnwrapped(_round))
        {
            _round.Note(RuleCatalog.WrappedTooDeep, _inventory.EnclosingFolder, "", "Took the layout out of the folders around it.");
        }

        foreach (LayoutFolder folder in _inventory.Folders.Where(static folder => folder.IsPrescribed))
        {
            bool isRespelled = _round.Mends(RuleCatalog.FolderNameSpelling) && !FixedNames.IsExactFolder(folder.Name);
            string name = isRespelled ? FixedNames.Spelling(FixedNames.MatchFolder(folder.Name)) : folder.Name;
            _tops[folder.Path] = EntryPath.Combine(_root, name);
            if (isRespelled)
            {
                _round.Note(RuleCatalog.FolderNameSpelling, folder.Path, _tops[folder.Path], $"Renamed to '{name}'.");
            }
        }
    }

    /// <summary>Moves other files together with their folders.</summary>
    private void MoveOthers()
    {
        bool isMoved = IsUnwrapped(_round) || _tops.Any(static top => !string.Equals(top.Key, top.Value, StringComparison.Ordinal));
        foreach (SourceEntry entry in isMoved ? _round.Context.Source.Entries : [])
        {
            if (!entry.IsFolder && !_round.IsDropped(entry))
            {
                _round.Move(entry, Kept(entry.Path));
            }
        }
    }

    private void MoveLabelFile()
    {
        foreach (DqIssue issue in _round.IssuesOf(RuleCatalog.LabelFileName))
        {
            string target = EntryPath.Combine(_root, FixedNames.LabelFile);
            _round.Move(_inventory.LabelFile!, target);
            _round.Note(RuleCatalog.LabelFileName, issue.Path, target, $"Moved to '{target}'.");
        }
    }

    private void NoteFolders(FolderTargets folders)
    {
        foreach (DqIssue issue in _round.IssuesOf(RuleCatalog.UnexpectedNesting))
        {
            NoteFolder(issue, InsideOf(issue.Path!, folders), "Moved its images to {0}.");
        }

        foreach (DqIssue issue in _round.IssuesOf(RuleCatalog.SeriesFolderName))
        {
            NoteFolder(issue, folders.OfFolder(issue.Path!), "Renamed to {0}.");
        }

        foreach (DqIssue issue in _round.IssuesOf(RuleCatalog.EmptyFolder))
        {
            NoteFolder(issue, null, "");
        }

        if (_inventory.Layout == DqLayout.Free)
        {
            return; // its folders keep their names, which are part of the names in label.csv
        }

        HashSet<string> paths = _inventory.Folders.Select(static folder => folder.Path).ToHashSet(StringComparer.Ordinal);
        foreach (DqIssue issue in _round.IssuesOf(RuleCatalog.NameNormalization).Concat(_round.IssuesOf(RuleCatalog.NonPortableName)))
        {
            if (paths.Contains(issue.Path!))
            {
                NoteFolder(issue, InsideOf(issue.Path!, folders), "Renamed to {0}.");
            }
        }
    }

    private void NoteFolder(DqIssue issue, string? target, string message)
    {
        _ = RuleCatalog.TryFind(issue.RuleId, out DqRule? rule);
        _round.Note(
            rule!,
            issue.Path,
            target,
            target is null ? "Left out: it holds no image." : message.Replace("{0}", NameText.Quote(target), StringComparison.Ordinal));
    }

    /// <summary>Returns the new folder of a folder's images or, if it has none, of those in its subfolders.</summary>
    private string? InsideOf(string folder, FolderTargets folders)
    {
        if (folders.OfFolder(folder) is string target)
        {
            return target;
        }

        string prefix = folder + "/";
        ImageEntry? first = _inventory.Images.FirstOrDefault(image => image.Path.StartsWith(prefix, StringComparison.Ordinal));
        return first is null ? null : folders.Of(EntryPath.Folder(first.Path));
    }

    /// <summary>Returns the path of an unmoved file without the removed enclosing folders.</summary>
    private string Kept(string path)
    {
        string enclosing = _inventory.EnclosingFolder;
        int start = enclosing.Length == 0 ? 0 : enclosing.Length + 1;
        if (path.Length < start || !path.StartsWith(enclosing, StringComparison.Ordinal) || (start > 0 && path[start - 1] != '/'))
        {
            return path;
        }

        int slash = path.IndexOf('/', start);
        return slash > 0 && _tops.TryGetValue(path[..slash], out string? top)
            ? top + path[slash..]
            : EntryPath.Combine(_root, path[start..]);
    }
}
