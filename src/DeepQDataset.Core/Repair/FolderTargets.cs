using DeepQDataset.Catalog;
using DeepQDataset.Inventory;
using DeepQDataset.Layout;
using DeepQDataset.Text;

namespace DeepQDataset.Repair;

/// <summary>
/// Determines the new folder of the images in each folder. Folders without a place in the layout are flattened (DQ107): in <c>image</c>, in
/// a class or in a series into that folder; folders around a study become a part of its name. Series are numbered (DQ108), and names are
/// corrected.
/// </summary>
internal sealed class FolderTargets
{
    private readonly RepairRound _round;
    private readonly Func<string, string> _topTarget;
    private readonly Dictionary<string, string> _targets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _folders = new(StringComparer.Ordinal);

    private FolderTargets(RepairRound round, Func<string, string> topTarget)
    {
        _round = round;
        _topTarget = topTarget;
    }

    /// <summary>Plans the new folders.</summary>
    /// <param name="round">The current round.</param>
    /// <param name="topTarget">
    /// Returns the path in the repaired dataset of <c>image</c> or <c>Classes</c>, in any spelling and location.
    /// </param>
    public static FolderTargets Plan(RepairRound round, Func<string, string> topTarget)
    {
        FolderTargets targets = new(round, topTarget);
        if (round.Inventory.Layout == DqLayout.LabelMe)
        {
            targets._targets[round.Inventory.EnclosingFolder] = LayoutRepair.RootOf(round); // all in one folder
            return targets;
        }

        if (round.Inventory.Layout == DqLayout.Free)
        {
            return targets; // images may be anywhere
        }

        List<ImageFolder> folders = targets.FoldersOfImages();
        foreach (IGrouping<string, ImageFolder> top in folders.GroupBy(folder => folder.Top, StringComparer.Ordinal))
        {
            if (round.Inventory.Layout == DqLayout.ClassFolders)
            {
                targets.PlanClasses(top.Key, [.. top]);
            }
            else
            {
                targets.PlanStudies(top.Key, [.. top]);
            }
        }

        return targets;
    }

    /// <summary>Returns the new folder of the images directly in a folder.</summary>
    public string Of(string folder) => _targets.TryGetValue(folder, out string? target) ? target : folder;

    /// <summary>Returns the new path of a folder of the layout; null if it no longer exists.</summary>
    public string? OfFolder(string folder) => _folders.TryGetValue(folder, out string? target) ? target
        : _targets.TryGetValue(folder, out target) ? target
        : null;

    private List<ImageFolder> FoldersOfImages()
    {
        List<ImageFolder> folders = [];
        string last = "\0";
        HashSet<string> seen = new(StringComparer.Ordinal);
        int enclosing = _round.Inventory.EnclosingFolder.Length == 0 ? 0 : _round.Inventory.EnclosingFolder.Length + 1;
        foreach (ImageEntry image in _round.Inventory.Images)
        {
            int length = image.Path.LastIndexOf('/');
            if (!image.Path.AsSpan(0, length).SequenceEqual(last))
            {
                last = image.Path[..length];
                if (seen.Add(last))
                {
                    folders.Add(ImageFolder.Of(last, enclosing));
                }
            }

            folders[^1].LongestPath = Math.Max(folders[^1].LongestPath, image.Path.Length - enclosing);
        }

        return folders;
    }

    private void PlanClasses(string top, ImageFolder[] folders)
    {
        string target = _topTarget(top);
        SiblingNames classes = new(_round, mergesEqual: true);
        string[] raw = folders.Where(folder => folder.Parts.Length > 0).Select(folder => folder.Parts[0])
            .Distinct(StringComparer.Ordinal).ToArray();
        Dictionary<string, string> names = classes.Assign(raw, name => NameMender.Folder(name, _round));
        foreach (string name in raw)
        {
            SetFolder(EntryPath.Combine(top, name), EntryPath.Combine(target, names[name]), classes.IsCaseClash(name));
        }

        foreach (ImageFolder folder in folders)
        {
            _targets[folder.Path] = folder.Parts.Length == 0 ? target
                : _round.Mends(RuleCatalog.UnexpectedNesting) ? EntryPath.Combine(target, names[folder.Parts[0]])
                : Join([target, names[folder.Parts[0]], .. folder.Parts[1..]]);
        }
    }

    private void PlanStudies(string top, ImageFolder[] folders)
    {
        string target = _topTarget(top);
        bool isStudies = _round.Inventory.Layout == DqLayout.Studies;
        bool flattens = _round.Mends(RuleCatalog.UnexpectedNesting);
        SeriesPlace?[] places = Array.ConvertAll(folders, folder => SeriesPlace.Of(folder.Parts, isStudies, flattens));
        Dictionary<string, int> pathLengths = new(StringComparer.Ordinal); // the longest in each study
        for (int index = 0; index < folders.Length; index++)
        {
            if (places[index] is SeriesPlace place)
            {
                pathLengths[place.Study] = Math.Max(pathLengths.GetValueOrDefault(place.Study), folders[index].LongestPath);
            }
        }

        string[] studies = places.OfType<SeriesPlace>().Select(place => place.Study).Distinct(StringComparer.Ordinal).ToArray();
        SiblingNames siblings = new(_round, mergesEqual: false);
        Dictionary<string, string> names = siblings.Assign(studies, study => MendStudy(study, pathLengths[study]));
        foreach (string study in studies)
        {
            SetFolder(EntryPath.Combine(top, study), EntryPath.Combine(target, names[study]), siblings.IsCaseClash(study));
        }

        SeriesNames series = new(places.OfType<SeriesPlace>(), isStudies && _round.Mends(RuleCatalog.SeriesFolderName));
        for (int index = 0; index < folders.Length; index++)
        {
            _targets[folders[index].Path] =
                places[index] is SeriesPlace place
                    ? Join([
                        target,
                        names[place.Study],
                        .. place.Series.Length == 0 && !flattens ? [] : new[] { series.NameOf(place) },
                        .. place.Rest,
                    ])
                : folders[index].Parts.Length > 0 && !flattens ? Join([target, .. folders[index].Parts])
                : target;
        }
    }

    private string MendStudy(string study, int pathLength)
    {
        string name = NameMender.Folder(study.Replace('/', '_'), _round);
        bool isTooLong = pathLength - study.Length + name.Length > PortableName.MaximumPathLength;
        return isTooLong && _round.Mends(RuleCatalog.NonPortableName) ? PortableName.ShortenFolder(name) : name;
    }

    private void SetFolder(string path, string target, bool isCaseClash)
    {
        _folders.TryAdd(path, target);
        if (isCaseClash)
        {
            string name = NameText.Quote(EntryPath.FileName(target));
            _round.Note(RuleCatalog.NamesDifferByCase, path, target, $"Renamed to {name}, which differs in more than case.");
        }
    }

    private static string Join(IEnumerable<string> parts) => string.Join('/', parts);
}
