using DeepQDataset.Catalog;
using DeepQDataset.Inventory;
using DeepQDataset.Text;

namespace DeepQDataset.Repair;

/// <summary>
/// Gives images valid and unique names: DQ201 to DQ204, DQ206 to DQ209, DQ302 and DQ308. An image that a name in label.csv may
/// mean beside others (DQ514) keeps its own.
/// </summary>
internal static class ImageRepair
{
    private static readonly (DqRule Rule, NameFaults Fault)[] Faults =
    [
        (RuleCatalog.InvalidCharacter, NameFaults.Character),
        (RuleCatalog.SpaceInName, NameFaults.Space),
        (RuleCatalog.NameNormalization, NameFaults.Normalization),
        (RuleCatalog.NonPortableName, NameFaults.Portability),
        (RuleCatalog.ExtensionMismatch, NameFaults.Mismatch),
        (RuleCatalog.ExtensionSpelling, NameFaults.Spelling),
    ];

    /// <summary>Plans it.</summary>
    /// <param name="round">What is known, and what is mended.</param>
    /// <param name="folders">Where the images of each folder go.</param>
    public static void Plan(RepairRound round, FolderTargets folders)
    {
        IReadOnlyList<ImageEntry> images = round.Inventory.Images;
        Dictionary<string, NameFaults> faults = FaultsOf(round);
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
                NameFaults own = isPinned ? NameFaults.None : faults.GetValueOrDefault(images[index].Path);
                string name = own == NameFaults.None
                    ? images[index].FileName
                    : NameMender.Image(images[index].FileName, own, FormatOf(round, index, own), target.Length + 1 - rootLength);
                targets.Add(new ImageTarget(index, target, name)
                {
                    IsRenamed = !string.Equals(name, images[index].FileName, StringComparison.Ordinal),
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
            if (faults.TryGetValue(image.Path, out NameFaults own) && !target.IsPinned)
            {
                NoteFaults(round, image.Path, target.Path, own);
            }
        }
    }

    private static Dictionary<string, NameFaults> FaultsOf(RepairRound round)
    {
        Dictionary<string, NameFaults> faults = new(StringComparer.Ordinal);
        foreach ((DqRule rule, NameFaults fault) in Faults)
        {
            foreach (DqIssue issue in round.IssuesOf(rule))
            {
                faults[issue.Path!] = faults.GetValueOrDefault(issue.Path!) | fault;
            }
        }

        return faults;
    }

    private static DqImageFormat FormatOf(RepairRound round, int index, NameFaults faults)
    {
        ImageEntry image = round.Inventory.Images[index];
        DqImageFormat content = round.Context.Probes?[index]?.Format ?? DqImageFormat.Unknown;
        return faults.HasFlag(NameFaults.Mismatch) ? content
            : !faults.HasFlag(NameFaults.Spelling) ? DqImageFormat.Unknown
            : image.ExpectedFormat != DqImageFormat.Unknown ? image.ExpectedFormat
            : content;
    }

    private static void NoteFaults(RepairRound round, string path, string target, NameFaults faults)
    {
        foreach ((DqRule rule, NameFaults fault) in Faults)
        {
            if (faults.HasFlag(fault))
            {
                round.Note(rule, path, target, $"Renamed to {NameText.Quote(EntryPath.FileName(target))}.");
            }
        }
    }
}
