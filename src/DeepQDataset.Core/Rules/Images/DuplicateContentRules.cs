using System.Globalization;
using System.Runtime.InteropServices;
using DeepQDataset.Catalog;
using DeepQDataset.Imaging;
using DeepQDataset.Imaging.Probing;
using DeepQDataset.Inventory;
using DeepQDataset.Layout;
using DeepQDataset.Rules.Classes;
using DeepQDataset.Text;

namespace DeepQDataset.Rules.Images;

/// <summary>
/// Finds images with identical content (DQ312), and those among them whose labels contradict each other (DQ313). Copies of a DICOM file
/// have the same SOP Instance UID and are reported by DQ401. Files that are not images, or without a complete header, are not compared.
/// </summary>
internal sealed class DuplicateContentRules : IRuleFamily
{
    private const int ShownHashDigits = 12;

    /// <inheritdoc/>
    public bool NeedsImages => true;

    /// <inheritdoc/>
    public void Check(ValidationContext context)
    {
        if (context.Inspections is not { } inspections)
        {
            return;
        }

        int[] next = new int[inspections.Count];
        List<(int First, int Count)> groups = Group(context, inspections, next);
        if (groups.Count == 0)
        {
            return;
        }

        AssertedClasses classes = AssertedClasses.Of(context, groups.Select(group => Members(group.First, next)));
        foreach ((int first, int count) in groups)
        {
            Report(context, inspections[first]!.ContentHash, Members(first, next), count, classes);
        }
    }

    /// <summary>Finds the groups with at least two members.</summary>
    /// <param name="context">The dataset.</param>
    /// <param name="inspections">The results to compare.</param>
    /// <param name="next">Receives the next member after each one; −1 for the last.</param>
    private static List<(int First, int Count)> Group(ValidationContext context, IReadOnlyList<ImageInspection?> inspections, int[] next)
    {
        Dictionary<(UInt128 Hash, long Length), (int First, int Last, int Count)> groups = new(inspections.Count);
        for (int index = 0; index < inspections.Count; index++)
        {
            next[index] = -1;
            if (inspections[index] is not ImageInspection inspection || !IsCompared(context.Inventory.Images[index], inspection.Probe))
            {
                continue;
            }

            ref (int First, int Last, int Count) group = ref CollectionsMarshal.GetValueRefOrAddDefault(
                groups, (inspection.ContentHash, inspection.Length), out bool exists);
            if (exists)
            {
                next[group.Last] = index;
            }

            group = (exists ? group.First : index, index, group.Count + 1);
        }

        List<(int First, int Count)> found = [];
        foreach ((int first, _, int count) in groups.Values)
        {
            if (count > 1)
            {
                found.Add((first, count));
            }
        }

        return found;
    }

    private static bool IsCompared(ImageEntry image, ImageProbeResult probe)
    {
        bool isForeign = image.ExpectedFormat == DqImageFormat.Unknown && ImageExtension.ForeignFormatOf(image.Path) is not null;
        return probe.Header is ImageHeader header && !isForeign
            && header.Dicom is null or { HasPixelData: true, IsDicomDirectory: false, SopInstanceUid: null or "" };
    }

    private static List<int> Members(int first, int[] next)
    {
        List<int> members = [];
        for (int member = first; member >= 0; member = next[member])
        {
            members.Add(member);
        }

        return members;
    }

    private static void Report(ValidationContext context, UInt128 hash, List<int> members, int count, AssertedClasses classes)
    {
        IReadOnlyList<ImageEntry> images = context.Inventory.Images;
        string subject = hash.ToString("x32", CultureInfo.InvariantCulture)[..ShownHashDigits];
        string names = NameText.QuoteAll(members.ConvertAll(member => images[member].Path));
        if (classes.FindContradiction(members) is string contradiction)
        {
            context.Issues.Report(
                RuleCatalog.DuplicateContentConflict,
                images[members[0]].Path,
                FormattableString.Invariant($"{count} images have identical content, yet {contradiction}: {names}."),
                subject: subject,
                count: count);
            return;
        }

        context.Issues.Report(
            RuleCatalog.DuplicateContent,
            images[members[0]].Path,
            FormattableString.Invariant($"{count} images have identical content: {names}."),
            subject: subject,
            count: count);
    }
}
