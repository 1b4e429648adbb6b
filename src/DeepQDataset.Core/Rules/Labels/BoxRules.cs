using DeepQDataset.Catalog;
using DeepQDataset.Imaging;
using DeepQDataset.Labels;

namespace DeepQDataset.Rules.Labels;

/// <summary>
/// Checks that boxes are inside their images: DQ512, DQ515, DQ525 and DQ526. Boxes with other values than pixels (DQ525) or sizes (DQ526)
/// are reported once.
/// </summary>
internal sealed class BoxRules : IRuleFamily
{
    /// <inheritdoc/>
    public bool NeedsImages => true;

    /// <inheritdoc/>
    public void Check(ValidationContext context)
    {
        if (context.References is not { Table: { HasBoxes: true, Count: > 0 } } references)
        {
            return;
        }

        if (AreNormalized(references.Table))
        {
            context.Issues.Report(
                RuleCatalog.NormalizedBoxes,
                context.Inventory.LabelFile?.Path,
                $"All numbers of {(references.Table.Count == 1 ? "the only box" : $"all {references.Table.Count} boxes")} lie "
                + $"within 0 and 1.");
        }
        else if (context.Probes is { } probes)
        {
            foreach (BoxFrame frame in new[] { BoxFrame.Before30, BoxFrame.Edition30 })
            {
                if ((context.Editions & frame.Editions) != EditionSet.None)
                {
                    CheckBoxes(context, references, probes, frame);
                }
            }
        }
    }

    private static bool AreNormalized(LabelTable table)
    {
        foreach (LabelEntry entry in table.Entries)
        {
            BoundingBox box = table.BoxOf(entry);
            if (box.X is < 0 or > 1 || box.Y is < 0 or > 1 || box.Width > 1 || box.Height > 1)
            {
                return false;
            }
        }

        return true;
    }

    private static void CheckBoxes(
        ValidationContext context, LabelReferences references, IReadOnlyList<ImageProbeResult?> probes, BoxFrame frame)
    {
        LabelTable table = references.Table;
        int alias = frame.SkipsAlias ? AliasOf(table) : -1;
        int measured = 0;
        List<(LabelEntry Entry, ImageHeader Header)> overflowing = [];
        foreach (LabelEntry entry in table.Entries)
        {
            if (entry.Class == alias || HeaderOf(references.MatchOf(entry.Image), probes) is not { } header)
            {
                continue;
            }

            measured++;
            if (!frame.Fits(table.BoxOf(entry), header))
            {
                overflowing.Add((entry, header));
            }
        }

        int corners = overflowing.Count(candidate => FitsAsCorners(table.BoxOf(candidate.Entry), candidate.Header, frame));
        bool areCorners = corners * 2 > measured;
        if (areCorners)
        {
            context.Issues.Report(
                RuleCatalog.CornerBoxes,
                context.Inventory.LabelFile?.Path,
                $"{corners} of {measured} boxes reach beyond their image, yet fit when read as left, top, right and bottom edge.",
                count: corners,
                only: frame.Editions);
        }

        foreach ((LabelEntry entry, ImageHeader header) in overflowing)
        {
            BoundingBox box = table.BoxOf(entry);
            if (!areCorners || frame.Editions == EditionSet.Edition30 || !FitsAsCorners(box, header, frame))
            {
                Report(context, table, entry, header, frame);
            }
        }
    }

    private static int AliasOf(LabelTable table)
    {
        for (int number = 0; number < table.ClassNames.Count; number++)
        {
            if (table.ClassNames[number].Equals(NegativeClass.Alias, StringComparison.Ordinal))
            {
                return number;
            }
        }

        return -1;
    }

    private static ImageHeader? HeaderOf(ImageMatch match, IReadOnlyList<ImageProbeResult?> probes) =>
        match.Kind is ImageMatchKind.Found or ImageMatchKind.Meant && probes[match.Image]?.Header is { Width: > 0, Height: > 0 } header
            ? header
            : null;

    private static bool FitsAsCorners(BoundingBox box, ImageHeader header, BoxFrame frame) =>
        box.Width > box.X && box.Height > box.Y
        && frame.Fits(new BoundingBox(box.X, box.Y, box.Width - box.X, box.Height - box.Y), header);

    private static void Report(ValidationContext context, LabelTable table, LabelEntry entry, ImageHeader header, BoxFrame frame)
    {
        BoundingBox box = table.BoxOf(entry);
        (int width, int height) = frame.SizeOf(header);
        bool isOutside = BoxFrame.IsOutside(box, width, height);
        string edges = $"from ({NumberText.Format(box.X)}, {NumberText.Format(box.Y)}) to "
            + $"({NumberText.Format(box.X + box.Width)}, {NumberText.Format(box.Y + box.Height)})";
        string turned = width == header.Width ? "" : ", turned as EXIF says";
        context.Issues.Report(
            isOutside ? RuleCatalog.BoxOutsideImage : RuleCatalog.BoxExceedsImage,
            context.Inventory.LabelFile?.Path,
            $"The box {edges} {(isOutside ? "lies wholly outside" : "reaches beyond")} the image of {width} × {height} pixels{turned}.",
            entry.Line,
            subject: table.ImageNames[entry.Image],
            only: frame.Editions);
    }
}
