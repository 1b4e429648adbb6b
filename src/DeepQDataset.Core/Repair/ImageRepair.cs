using System.Runtime.InteropServices;
using DeepQDataset.Catalog;
using DeepQDataset.Inventory;
using DeepQDataset.Rules.Names;
using DeepQDataset.Text;

namespace DeepQDataset.Repair;

/// <summary>
/// Gives images valid and unique names: DQ201 to DQ204, DQ206 to DQ209, DQ302 and DQ308. An image that an ambiguous name in label.csv
/// matches (DQ514) keeps its name.
/// </summary>
internal static class ImageRepair
{
    private static readonly DqRule[] Rules =
        [.. NameRules.Faults.Select(static known => known.Rule), RuleCatalog.ExtensionMismatch, RuleCatalog.ExtensionSpelling];

    /// <summary>Plans the names.</summary>
    /// <param name="round">The current round.</param>
    /// <param name="folders">The new folders of images.</param>
    public static void Plan(RepairRound round, FolderTargets folders)
    {
        IReadOnlyList<ImageEntry> images = round.Inventory.Images;
        Dictionary<string, List<DqRule>> broken = BrokenRules(round);
        string root = LayoutRepair.RootOf(round);
        int rootLength = root.Length == 0 ? 0 : root.Length + 1;
        int depth = LayoutDetector.Depth(round.Inventory.EnclosingFolder) - LayoutDetector.Depth(root);
        LabelNameReserve reserve = LabelNameReserve.Of(round.Context);
        List<ImageTarget> targets = new(images.Count);
        for (int index = 0; index < images.Count; index++)
        {
            if (!round.IsDropped(images[index].Entry) && images[index].Embedded is null)
            {
                string folder = EntryPath.Folder(images[index].Path);
                string target = folders.Of(folder);
                bool isPinned = reserve.IsPinned(index);
                string before = images[index].FileName;
                string name = !isPinned && broken.TryGetValue(images[index].Path, out List<DqRule>? rules)
                    ? NameMender.Image(before, FaultsOf(rules), FormatOf(round, index, rules), target.Length + 1 - rootLength)
                    : before;
                targets.Add(new ImageTarget(index, target, name)
                {
                    IsRenamed = !string.Equals(name, before, StringComparison.Ordinal),
                    IsFlattened = LayoutDetector.Depth(folder) - depth != LayoutDetector.Depth(target),
                    IsPinned = isPinned,
                });
            }
        }

        UniqueTargets.Plan(round, targets, reserve, rootLength);
        foreach (ImageTarget target in targets)
        {
            ImageEntry image = images[target.Image];
            round.Move(image.Entry, target.Path);
            foreach (DqRule rule in target.IsPinned ? [] : broken.GetValueOrDefault(image.Path) ?? [])
            {
                round.Note(rule, image.Path, target.Path, $"Renamed to {NameText.Quote(EntryPath.FileName(target.Path))}.");
            }
        }
    }

    private static Dictionary<string, List<DqRule>> BrokenRules(RepairRound round)
    {
        Dictionary<string, List<DqRule>> broken = new(StringComparer.Ordinal);
        foreach (DqRule rule in Rules)
        {
            foreach (DqIssue issue in round.IssuesOf(rule))
            {
                ref List<DqRule>? own = ref CollectionsMarshal.GetValueRefOrAddDefault(broken, issue.Path!, out _);
                own ??= [];
                if (!own.Contains(rule))
                {
                    own.Add(rule);
                }
            }
        }

        return broken;
    }

    private static NameFaults FaultsOf(List<DqRule> rules)
    {
        NameFaults faults = NameFaults.None;
        foreach ((DqRule rule, NameFaults fault) in NameRules.Faults)
        {
            faults |= rules.Contains(rule) ? fault : NameFaults.None;
        }

        return faults;
    }

    private static DqImageFormat FormatOf(RepairRound round, int index, List<DqRule> rules)
    {
        ImageEntry image = round.Inventory.Images[index];
        DqImageFormat content = round.Context.Probes?[index]?.Format ?? DqImageFormat.Unknown;
        return rules.Contains(RuleCatalog.ExtensionMismatch) ? content
            : !rules.Contains(RuleCatalog.ExtensionSpelling) ? DqImageFormat.Unknown
            : image.ExpectedFormat != DqImageFormat.Unknown ? image.ExpectedFormat
            : content;
    }
}
