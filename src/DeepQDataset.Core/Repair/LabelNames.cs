using DeepQDataset.Catalog;
using DeepQDataset.Inventory;
using DeepQDataset.Labels;
using DeepQDataset.Text;

namespace DeepQDataset.Repair;

/// <summary>
/// Determines the names in label.csv for renamed images: in full, with extension and folders. Names that match no image or several are
/// unchanged.
/// </summary>
internal static class LabelNames
{
    /// <summary>Plans the new names.</summary>
    /// <param name="round">The current round, with the new locations of images.</param>
    /// <param name="copies">For each image that is left out as a copy, the one that replaces it.</param>
    /// <returns>The new name for each image name of the table; null if it is unchanged.</returns>
    public static string?[] Plan(RepairRound round, IReadOnlyDictionary<int, int> copies)
    {
        LabelReferences references = round.Context.References!;
        string[] labelNames = NewLabelNames(round);
        string?[] names = new string?[references.Table.ImageNames.Count];
        for (int name = 0; name < names.Length; name++)
        {
            round.Context.Cancellation.ThrowIfCancellationRequested();
            ImageMatch match = references.MatchOf(name);
            if (match.Kind is not (ImageMatchKind.Found or ImageMatchKind.Meant) || match.IsShared)
            {
                continue;
            }

            string text = references.Table.ImageNames[name];
            int image = copies.GetValueOrDefault(match.Image, match.Image);
            bool isMoved = image != match.Image
                || !string.Equals(labelNames[image], round.Inventory.Images[image].LabelName, StringComparison.Ordinal);
            bool isMended = IsMended(round, match);
            if (!isMoved && !isMended)
            {
                continue;
            }

            string renamed = labelNames[image];
            if (renamed.AsSpan().Trim().Length < renamed.Length)
            {
                continue; // An image with a trailing blank cannot be named, since fields are trimmed.
            }

            if (isMended && (match.Form != ImageNameForm.Stem || match.Kind == ImageMatchKind.Meant))
            {
                Note(round, references, name, renamed, match.Fault ?? "the folders before it were missing");
            }

            names[name] = string.Equals(renamed, text, StringComparison.Ordinal) ? null : renamed;
        }

        return names;
    }

    /// <summary>
    /// Determines whether a name itself is wrong: it does not match the image it is intended for, or has a form that the edition does not
    /// support.
    /// </summary>
    private static bool IsMended(RepairRound round, ImageMatch match) => match switch
    {
        { Kind: ImageMatchKind.Meant } => round.Mends(RuleCatalog.ImageNotFound),
        { Form: ImageNameForm.Full } => false,
        { Form: ImageNameForm.Stem } => round.IsForEdition30 && round.Mends(RuleCatalog.NameWithoutExtension),
        _ => round.IsForEdition30 && round.Mends(RuleCatalog.ImageNotFound),
    };

    /// <summary>Completes names with folders and extension, which every edition reads, in a label.csv that is rewritten anyway.</summary>
    /// <param name="round">The current round, with the new locations of images.</param>
    /// <param name="copies">For each image that is left out as a copy, the one that replaces it.</param>
    /// <param name="names">The new names, which are completed.</param>
    public static void Complete(RepairRound round, IReadOnlyDictionary<int, int> copies, string?[] names)
    {
        LabelReferences references = round.Context.References!;
        string[] labelNames = NewLabelNames(round);
        for (int name = 0; name < names.Length; name++)
        {
            ImageMatch match = references.MatchOf(name);
            if (match is not { Kind: ImageMatchKind.Found, IsShared: false })
            {
                continue;
            }

            string full = labelNames[copies.GetValueOrDefault(match.Image, match.Image)];
            bool isNameable = full.AsSpan().Trim().Length == full.Length;
            names[name] =
                !isNameable ? names[name]
                : string.Equals(full, references.Table.ImageNames[name], StringComparison.Ordinal) ? null
                : full;
        }
    }

    private static void Note(RepairRound round, LabelReferences references, int name, string renamed, string fault) => round.Note(
        RuleCatalog.ImageNotFound,
        round.Inventory.LabelFile!.Path,
        round.TargetOf(round.Inventory.LabelFile!),
        $"Named {FieldText.Quote(renamed)} what was {FieldText.Quote(references.Table.ImageNames[name])}: {fault}.",
        references.Table.Mentions[name].FirstLine);

    private static string[] NewLabelNames(RepairRound round)
    {
        string root = LayoutRepair.RootOf(round);
        int start = root.Length == 0 ? 0 : root.Length + 1;
        string[] names = new string[round.Inventory.Images.Count];
        for (int index = 0; index < names.Length; index++)
        {
            ImageEntry image = round.Inventory.Images[index];
            string target = round.TargetOf(image.Entry) ?? image.Path;
            int top = round.Inventory.Layout == DqLayout.Free ? start - 1 : target.IndexOf('/', Math.Min(start, target.Length));
            names[index] = target[(top + 1)..];
        }

        return names;
    }
}
