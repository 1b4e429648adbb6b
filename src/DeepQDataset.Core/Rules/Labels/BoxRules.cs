using DeepQDataset.Catalog;
using DeepQDataset.Imaging;
using DeepQDataset.Labels;

namespace DeepQDataset.Rules.Labels;

/// <summary>Whether boxes lie in their images: DQ512, DQ515, DQ525 and DQ526. Boxes in another form than pixels (DQ525) or sizes (DQ526) are told of once.</summary>
internal sealed class BoxRules : IRuleFamily
{
    private const double Tolerance = 0.5;
    private const int FirstTurnedOrientation = 5;

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
                $"All numbers of {(references.Table.Count == 1 ? "the only box" : $"all {references.Table.Count} boxes")} lie within 0 and 1.");
        }
        else if (context.Probes is { } probes)
        {
            CheckBoxes(context, references, probes);
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

    private static void CheckBoxes(ValidationContext context, LabelReferences references, IReadOnlyList<ImageProbeResult?> probes)
    {
        LabelTable table = references.Table;
        int measured = 0;
        List<(LabelEntry Entry, ImageHeader Header)> overflowing = [];
        foreach (LabelEntry entry in table.Entries)
        {
            if (HeaderOf(references.MatchOf(entry.Image), probes) is not { } header)
            {
                continue;
            }

            measured++;
            if (!Fits(table.BoxOf(entry), header))
            {
                overflowing.Add((entry, header));
            }
        }

        int corners = overflowing.Count(candidate => FitsAsCorners(table.BoxOf(candidate.Entry), candidate.Header));
        bool areCorners = corners * 2 > measured;
        if (areCorners)
        {
            context.Issues.Report(
                RuleCatalog.CornerBoxes,
                context.Inventory.LabelFile?.Path,
                $"{corners} of {measured} boxes reach beyond their image, yet fit when read as left, top, right and bottom edge.",
                count: corners);
        }

        foreach ((LabelEntry entry, ImageHeader header) in overflowing)
        {
            BoundingBox box = table.BoxOf(entry);
            if (!areCorners || !FitsAsCorners(box, header))
            {
                Report(context, table, entry, box, header);
            }
        }
    }

    private static ImageHeader? HeaderOf(ImageMatch match, IReadOnlyList<ImageProbeResult?> probes) =>
        match.Kind is ImageMatchKind.Found or ImageMatchKind.Meant && probes[match.Image]?.Header is { Width: > 0, Height: > 0 } header ? header : null;

    // A box that fits the image as EXIF turns it (orientations 5 to 8 swap the sides) is DQ310's matter.
    private static bool Fits(BoundingBox box, ImageHeader header) =>
        Fits(box, header.Width, header.Height) || (header.Orientation >= FirstTurnedOrientation && Fits(box, header.Height, header.Width));

    private static bool Fits(BoundingBox box, int width, int height) =>
        !IsOutside(box, width, height)
        && box.X >= -Tolerance && box.Y >= -Tolerance && box.X + box.Width <= width + Tolerance && box.Y + box.Height <= height + Tolerance;

    private static bool IsOutside(BoundingBox box, int width, int height) =>
        box.X >= width || box.Y >= height || box.X + box.Width <= 0 || box.Y + box.Height <= 0;

    private static bool FitsAsCorners(BoundingBox box, ImageHeader header) =>
        box.Width > box.X && box.Height > box.Y && Fits(new BoundingBox(box.X, box.Y, box.Width - box.X, box.Height - box.Y), header);

    private static void Report(ValidationContext context, LabelTable table, LabelEntry entry, BoundingBox box, ImageHeader header)
    {
        bool isOutside = IsOutside(box, header.Width, header.Height);
        string edges = $"from ({NumberText.Format(box.X)}, {NumberText.Format(box.Y)}) to ({NumberText.Format(box.X + box.Width)}, {NumberText.Format(box.Y + box.Height)})";
        context.Issues.Report(
            isOutside ? RuleCatalog.BoxOutsideImage : RuleCatalog.BoxExceedsImage,
            context.Inventory.LabelFile?.Path,
            $"The box {edges} {(isOutside ? "lies wholly outside" : "reaches beyond")} the image of {header.Width} × {header.Height} pixels.",
            entry.Line,
            subject: table.ImageNames[entry.Image]);
    }
}
