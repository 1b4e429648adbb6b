using DeepQDataset.Catalog;
using DeepQDataset.Imaging;
using DeepQDataset.Imaging.Probing;
using DeepQDataset.Text;

namespace DeepQDataset.Rules.Images;

/// <summary>
/// Checks the data of each image: damage (DQ311), bytes after the end (DQ314), pixels that all have the same value (DQ315). An image that a
/// rule of level Header reports as empty, unsupported, corrupt or truncated has no other issue.
/// </summary>
internal sealed class ImageDataRules : IRuleFamily
{
    /// <inheritdoc/>
    public bool NeedsImages => true;

    /// <inheritdoc/>
    public void Check(ValidationContext context)
    {
        if (context.Inspections is not { } inspections)
        {
            return;
        }

        for (int index = 0; index < inspections.Count; index++)
        {
            if (inspections[index] is { Probe: { Header: ImageHeader header, Problem: null } } inspection)
            {
                CheckImage(context.Issues, context.Inventory.Images[index].Path, header, inspection);
            }
        }
    }

    private static void CheckImage(IssueSink issues, string path, ImageHeader header, ImageInspection inspection)
    {
        if (inspection.Damage is ImageProblem damage)
        {
            issues.Report(
                RuleCatalog.DataDamaged,
                path,
                FormattableString.Invariant($"{char.ToUpperInvariant(damage.Detail[0])}{damage.Detail[1..]} (at byte {damage.Offset})."));
            return;
        }

        if (inspection.TrailingBytes > 0)
        {
            string verb = inspection.TrailingBytes == 1 ? "follows" : "follow";
            issues.Report(
                RuleCatalog.TrailingData, path, $"{NameText.Count(inspection.TrailingBytes, "byte")} {verb} the end of the image.");
        }

        if (inspection.IsBlank)
        {
            issues.Report(
                RuleCatalog.BlankImage,
                path,
                FormattableString.Invariant($"All {(long)header.Width * header.Height * header.Frames} pixels have the same value."));
        }
    }
}
