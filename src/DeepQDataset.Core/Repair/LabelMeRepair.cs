using System.Text.Encodings.Web;
using System.Text.Json;
using DeepQDataset.Building.Content;
using DeepQDataset.Catalog;
using DeepQDataset.LabelMe;
using DeepQDataset.Layout;
using DeepQDataset.Sources;
using DeepQDataset.Text;

namespace DeepQDataset.Repair;

/// <summary>
/// Updates LabelMe files whose images are renamed, and corrects paths of other machines (DQ804). Only the text of <c>imagePath</c> changes
/// in a file. A file with the name of its image is renamed with it, since LabelMe identifies it by that name.
/// </summary>
internal static class LabelMeRepair
{
    /// <summary>Plans the changes.</summary>
    /// <param name="round">The current round, with the new locations of images.</param>
    public static void Plan(RepairRound round)
    {
        if (round.Context.LabelMe is not LabelMeDataset labelMe)
        {
            return;
        }

        Dictionary<string, DqIssue> foreign = round.IssuesOf(RuleCatalog.ImagePathForm)
            .ToDictionary(static issue => issue.Path!, StringComparer.Ordinal);
        HashSet<string> taken = labelMe.Files.Select(static file => file.Entry.Path).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (LabelMeEntry file in labelMe.Files)
        {
            round.Context.Cancellation.ThrowIfCancellationRequested();
            if (!file.IsSound || round.IsDropped(file.Entry))
            {
                continue;
            }

            string? before = null;
            string? after = null;
            if (file.Match is LabelMeImageMatch.Path or LabelMeImageMatch.FileName
                && round.TargetOf(round.Inventory.Images[file.Image].Entry) is string target)
            {
                before = round.Inventory.Images[file.Image].FileName;
                after = EntryPath.FileName(target);
                RenameWith(round, file.Entry, before, after, taken);
            }

            bool isForeign = foreign.TryGetValue(file.Entry.Path, out DqIssue? issue);
            if (isForeign || !string.Equals(before, after, StringComparison.Ordinal))
            {
                string name = after ?? NameOf(round, file);
                Rewrite(round, file, name);
                if (isForeign)
                {
                    round.Note(
                        RuleCatalog.ImagePathForm,
                        file.Entry.Path,
                        round.TargetOf(file.Entry),
                        $"Wrote {NameText.Quote(name)} in imagePath.",
                        issue!.Line);
                }
            }
        }
    }

    /// <summary>Returns the name of the file that the rules use as its image, or of the embedded image.</summary>
    private static string NameOf(RepairRound round, LabelMeEntry file) =>
        file.Image >= 0
        && file.Match != LabelMeImageMatch.Embedded
        && round.TargetOf(round.Inventory.Images[file.Image].Entry) is string target
            ? EntryPath.FileName(target)
            : LabelMePath.Parse(file.Content!.ImagePath!).FileName;

    private static void RenameWith(RepairRound round, SourceEntry json, string before, string after, HashSet<string> taken)
    {
        string stem = before[..ImageFileNames.StemLength(before)];
        string newStem = after[..ImageFileNames.StemLength(after)];
        if (!string.Equals(EntryPath.Stem(json.Path), stem, StringComparison.Ordinal)
            || string.Equals(stem, newStem, StringComparison.Ordinal))
        {
            return;
        }

        string folder = EntryPath.Folder(json.Path);
        string name = newStem + EntryPath.Extension(json.Path);
        if (taken.Add(EntryPath.Combine(folder, name)))
        {
            round.Move(json, EntryPath.Combine(EntryPath.Folder(round.TargetOf(json)!), name));
        }
    }

    private static void Rewrite(RepairRound round, LabelMeEntry file, string name)
    {
        (long offset, long length) = file.Content!.ImagePathText;
        byte[] text = JsonEncodedText.Encode(name, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).EncodedUtf8Bytes.ToArray();
        round.Contents[file.Entry] = new SplicedContent(round.ContentOf(file.Entry), offset, length, text);
    }
}
