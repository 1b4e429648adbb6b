using System.Globalization;
using DeepQDataset.Catalog;
using DeepQDataset.Layout;
using DeepQDataset.Text;

namespace DeepQDataset.Repair;

/// <summary>
/// Makes the paths of images unique as DQ201, DQ202, DQ206 and DQ209 require. Valid names are kept. A new name differs from all others in
/// every way that the rules compare, and from the names in label.csv that do not match exactly one image.
/// </summary>
internal sealed class UniqueTargets
{
    private readonly RepairRound _round;
    private readonly int _rootLength;
    private readonly bool _isClasses;
    private readonly LabelNameReserve _reserve;
    private readonly HashSet<string> _paths = new(StringComparer.Ordinal);
    private readonly HashSet<string> _inAnyCase = new(PathComparers.NameIgnoringCase);
    private readonly HashSet<string> _stems = new(PathComparers.Stem);
    private readonly HashSet<string> _names = new(PathComparers.FileName);
    private readonly HashSet<string> _strictStems = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _strictNames = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int> _nextSuffix = new(StringComparer.OrdinalIgnoreCase);

    private UniqueTargets(RepairRound round, LabelNameReserve reserve, int rootLength)
    {
        _round = round;
        _rootLength = rootLength;
        _isClasses = round.Inventory.Layout == DqLayout.ClassFolders;
        _reserve = reserve;
    }

    /// <summary>Makes the paths unique.</summary>
    /// <param name="round">The current round.</param>
    /// <param name="targets">The images, whose paths are changed if necessary.</param>
    /// <param name="reserve">The names that no image may get.</param>
    /// <param name="rootLength">The number of characters of each path that belong to the enclosing folders.</param>
    public static void Plan(RepairRound round, List<ImageTarget> targets, LabelNameReserve reserve, int rootLength)
    {
        if (MayClash(round, targets))
        {
            new UniqueTargets(round, reserve, rootLength).Settle(targets);
        }
    }

    /// <summary>Determines whether there may be conflicts, which is rare.</summary>
    private static bool MayClash(RepairRound round, List<ImageTarget> targets)
    {
        DqRule[] rules =
        [
            RuleCatalog.DuplicateFileName,
            RuleCatalog.DuplicateFileNameAcrossClasses,
            RuleCatalog.NamesDifferByCase,
            RuleCatalog.SharedStem,
        ];
        if (Array.Exists(rules, rule => round.IssuesOf(rule).Any())
            || targets.Exists(static target => target.IsRenamed || target.IsFlattened))
        {
            return true;
        }

        Dictionary<string, string> sources = new(StringComparer.Ordinal);
        string last = "";
        foreach (ImageTarget target in targets)
        {
            string folder = EntryPath.Folder(round.Inventory.Images[target.Image].Path);
            if (!string.Equals(folder, last, StringComparison.Ordinal) && !sources.TryAdd(target.Folder, folder)
                && !string.Equals(sources[target.Folder], folder, StringComparison.Ordinal))
            {
                return true; // Two folders are merged.
            }

            last = folder;
        }

        return false;
    }

    private void Settle(List<ImageTarget> targets)
    {
        List<(ImageTarget Target, DqRule? Cause)> late = [];
        foreach (ImageTarget target in targets.Where(static target => !target.IsRenamed && !target.IsFlattened))
        {
            ClaimUnchanged(target, late);
        }

        foreach (ImageTarget target in targets.Where(static target => !target.IsRenamed && target.IsFlattened))
        {
            ClaimUnchanged(target, late);
        }

        foreach (ImageTarget target in targets.Where(static target => target.IsRenamed))
        {
            if (IsStrictlyFree(target.Path) && !_reserve.IsContested(LabelName(target.Path)))
            {
                Take(target.Path);
            }
            else
            {
                late.Add((target, null));
            }
        }

        foreach ((ImageTarget target, DqRule? cause) in late)
        {
            string before = EntryPath.FileName(target.Path);
            target.Path = Free(target);
            Take(target.Path);
            if (cause is not null)
            {
                string name = NameText.Quote(EntryPath.FileName(target.Path));
                string message = $"Renamed to {name}, since another image is called {NameText.Quote(before)} or nearly so.";
                _round.Note(cause, _round.Inventory.Images[target.Image].Path, target.Path, message);
            }
        }
    }

    private void ClaimUnchanged(ImageTarget target, List<(ImageTarget Target, DqRule? Cause)> late)
    {
        if (CauseAgainst(target) is DqRule cause)
        {
            late.Add((target, cause));
        }
        else
        {
            Take(target.Path);
        }
    }

    /// <summary>Returns the rule because of which an image cannot keep its name; null if it can.</summary>
    private DqRule? CauseAgainst(ImageTarget target)
    {
        string path = target.Path;
        DqRule sameName = _isClasses ? RuleCatalog.DuplicateFileNameAcrossClasses : RuleCatalog.DuplicateFileName;
        bool isAloneByName = !HasScope(path) || (!_names.Contains(path) && !_reserve.IsShared(target.Image));
        if (!isAloneByName && _round.Mends(sameName))
        {
            return sameName;
        }

        if (_paths.Contains(path))
        {
            return target.IsFlattened ? RuleCatalog.UnexpectedNesting : RuleCatalog.FolderNameSpelling;
        }

        return target.IsPinned ? null
            : _inAnyCase.Contains(path) && _round.Mends(RuleCatalog.NamesDifferByCase) ? RuleCatalog.NamesDifferByCase
            : _stems.Contains(path) && _round.Mends(RuleCatalog.SharedStem) ? RuleCatalog.SharedStem
            : null;
    }

    private void Take(string path)
    {
        _paths.Add(path);
        _inAnyCase.Add(path);
        _stems.Add(path);
        string stem = path[..ImageFileNames.StemLength(path)];
        _strictStems.Add(stem);
        if (HasScope(path))
        {
            _names.Add(path);
            _strictNames.Add(EntryPath.FileName(stem));
        }
    }

    private bool IsStrictlyFree(string path)
    {
        string stem = path[..ImageFileNames.StemLength(path)];
        return !_strictStems.Contains(stem) && !(HasScope(path) && _strictNames.Contains(EntryPath.FileName(stem)));
    }

    private string Free(ImageTarget target)
    {
        string name = EntryPath.FileName(target.Path);
        string stem = name[..ImageFileNames.StemLength(name)];
        string key = $"{target.Folder}/{stem}";
        int suffix = _nextSuffix.GetValueOrDefault(key, 2);
        string path;
        do
        {
            string ending = string.Create(CultureInfo.InvariantCulture, $"_{suffix++}") + name[stem.Length..];
            path = EntryPath.Combine(target.Folder, PortableName.Fit(stem, ending, target.Folder.Length + 1 - _rootLength));
        }
        while (!IsStrictlyFree(path) || _reserve.IsReserved(LabelName(path)));

        _nextSuffix[key] = suffix;
        return path;
    }

    /// <summary>Determines whether the file name of an image must be unique across folders, which is not so in studies.</summary>
    private bool HasScope(string path) => _isClasses || path.AsSpan(_rootLength).Count('/') <= 2;

    /// <summary>Returns the name in label.csv of an image at a path.</summary>
    private string LabelName(string path) => path[(path.IndexOf('/', _rootLength) + 1)..];
}
