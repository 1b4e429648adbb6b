using System.Globalization;
using DeepQDataset.Catalog;
using DeepQDataset.Imaging;
using DeepQDataset.Inventory;
using DeepQDataset.Labels;
using DeepQDataset.Layout;
using DeepQDataset.Text;

namespace DeepQDataset.Rules.Labels;

/// <summary>
/// Checks that label.csv and the images match: DQ513, DQ514, DQ520 and DQ530. Reports nothing if there are no images, and only one issue
/// for all names in a missing folder.
/// </summary>
internal sealed class LabelReferenceRules : IRuleFamily
{
    private const int MaximumNamesShown = 10;

    /// <inheritdoc/>
    public bool NeedsImages => true;

    /// <inheritdoc/>
    public void Check(ValidationContext context)
    {
        if (context.References is not { } references || context.Inventory.Images.Count == 0 || references.Table.ImageNames.Count == 0)
        {
            return;
        }

        bool[] isNamed = new bool[context.Inventory.Images.Count];
        MissingImages missing = new(context, references);
        (int Names, int FirstLine, string? First) withoutExtension = (0, 0, null);
        for (int name = 0; name < references.Table.ImageNames.Count; name++)
        {
            ImageMatch match = references.MatchOf(name);
            if (match.Kind is ImageMatchKind.Found or ImageMatchKind.Ambiguous)
            {
                foreach (int image in references.Index.Candidates(match))
                {
                    isNamed[image] = true;
                }

                if (match is { Kind: ImageMatchKind.Found, Form: ImageNameForm.Stem })
                {
                    int line = references.Table.Mentions[name].FirstLine;
                    string text = references.Table.ImageNames[name];
                    withoutExtension = withoutExtension.Names == 0 || line < withoutExtension.FirstLine
                        ? (withoutExtension.Names + 1, line, text)
                        : withoutExtension with { Names = withoutExtension.Names + 1 };
                }
                else if (match is { Kind: ImageMatchKind.Found, Form: not ImageNameForm.Full, IsShared: false })
                {
                    missing.AddIncomplete(name, match);
                }
            }
            else if (missing.Add(name, match) is int meant)
            {
                isNamed[meant] = true;
            }
        }

        missing.Report();
        ReportWithoutExtension(context, references.Table.ImageNames.Count, withoutExtension);
        ReportAmbiguous(context, references);
        ReportUnlabelled(context, isNamed);
    }

    private static void ReportWithoutExtension(ValidationContext context, int names, (int Names, int FirstLine, string? First) found)
    {
        if (found.Names > 0)
        {
            context.Issues.Report(
                RuleCatalog.NameWithoutExtension,
                context.Inventory.LabelFile?.Path,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{found.Names} of {names} names of images lack their extension, {FieldText.Quote(found.First!)} first."),
                found.FirstLine,
                1,
                count: found.Names);
        }
    }

    private static void ReportAmbiguous(ValidationContext context, LabelReferences references)
    {
        foreach (List<LabelEntry> entries in new[] { references.Table.Entries, references.Table.Negatives, references.Table.Invalid })
        {
            foreach (LabelEntry entry in entries)
            {
                ImageMatch match = references.MatchOf(entry.Image);
                if (match.Kind == ImageMatchKind.Ambiguous)
                {
                    string name = references.Table.ImageNames[entry.Image];
                    IEnumerable<string> fitting = references
                        .Index.Candidates(match)
                        .Take(3)
                        .Select(image => FieldText.Quote(references.Index.Images[image].LabelName));
                    int count = references.Index.Candidates(match).Take(4).Count();
                    context.Issues.Report(
                        RuleCatalog.AmbiguousImage,
                        context.Inventory.LabelFile?.Path,
                        $"The name {FieldText.Quote(name)} fits several images: {string.Join(", ", fitting)}{(count > 3 ? ", …" : "")}.",
                        entry.Line,
                        1,
                        name);
                }
            }
        }
    }

    private static void ReportUnlabelled(ValidationContext context, bool[] isNamed)
    {
        long count = 0;
        List<string> shown = [];
        for (int image = 0; image < isNamed.Length; image++)
        {
            ImageEntry entry = context.Inventory.Images[image];
            if (isNamed[image] || !IsUsable(entry, context.Probes?[image]))
            {
                continue;
            }

            count++;
            if (shown.Count < MaximumNamesShown)
            {
                shown.Add(entry.LabelName);
            }
        }

        if (count > 0)
        {
            string more = count > shown.Count ? $" and {count - shown.Count} more" : "";
            context.Issues.Report(
                RuleCatalog.UnlabelledImage,
                context.Inventory.LabelFile?.Path,
                $"No line names {count.ToString(CultureInfo.InvariantCulture)} of {isNamed.Length} images: "
                + $"{string.Join(", ", shown)}{more}.",
                count: count);
        }
    }

    // Files that are not supported images must be removed or replaced, as other rules report.
    private static bool IsUsable(ImageEntry entry, ImageProbeResult? probe) =>
        (entry.ExpectedFormat != DqImageFormat.Unknown || ImageExtension.ForeignFormatOf(entry.Path) is null)
        && !ImageFileNames.IsDicomDirectory(entry.FileName)
        && probe?.Problem?.Kind != ImageProblemKind.UnsupportedFormat
        && probe?.Header?.Dicom is not ({ IsDicomDirectory: true } or { HasPixelData: false });
}
