using System.Globalization;
using DeepQDataset.Catalog;
using DeepQDataset.Imaging;
using DeepQDataset.Labels;

namespace DeepQDataset.Rules.Labels;

/// <summary>Checks DQ533: whether masks have the size of their images after orientation.</summary>
internal sealed class MaskRules : IRuleFamily
{
    /// <inheritdoc/>
    public bool NeedsImages => true;

    /// <inheritdoc/>
    public void Check(ValidationContext context)
    {
        if (context.References is not { Table.HasMasks: true } references || context.Probes is not { } probes)
        {
            return;
        }

        LabelTable table = references.Table;
        foreach (LabelEntry entry in table.Entries)
        {
            ImageMatch match = references.MatchOf(entry.Image);
            if (match.Kind is not (ImageMatchKind.Found or ImageMatchKind.Meant)
                || probes[match.Image]?.Header is not ImageHeader { Width: > 0, Height: > 0 } header)
            {
                continue;
            }

            (int width, int height) = header.UprightSize;
            (int maskWidth, int maskHeight) = table.MaskSizeOf(entry);
            if (maskWidth != width || maskHeight != height)
            {
                context.Issues.Report(
                    RuleCatalog.MaskSize,
                    context.Inventory.LabelFile?.Path,
                    string.Create(
                        CultureInfo.InvariantCulture, $"The mask has {maskWidth} × {maskHeight} pixels, its image {width} × {height}."),
                    entry.Line,
                    maskWidth != width ? 3 : 4,
                    table.ImageNames[entry.Image]);
            }
        }
    }
}
