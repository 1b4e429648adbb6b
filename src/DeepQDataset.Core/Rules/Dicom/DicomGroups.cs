using System.Runtime.InteropServices;
using DeepQDataset.Catalog;
using DeepQDataset.Imaging;

namespace DeepQDataset.Rules.Dicom;

/// <summary>Finds DICOM files that share an instance (DQ401), a position in a series (DQ402), or a series (DQ408).</summary>
internal sealed class DicomGroups
{
    private readonly Dictionary<string, Group> _instances = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Series, int Number), Group> _places = [];
    private readonly Dictionary<(string? Study, string Series, int Number, string? View, int? Rows, int? Columns), Group> _slices = [];
    private readonly Dictionary<string, DicomSeriesVariety> _series = new(StringComparer.Ordinal);

    /// <summary>Adds a file.</summary>
    /// <param name="index">The index of the image; indexes must be ascending, which is the ordinal order of the paths.</param>
    /// <param name="header">The header of the file.</param>
    public void Add(int index, DicomHeader header)
    {
        bool hasInstance = !string.IsNullOrEmpty(header.SopInstanceUid);
        bool isFirst =
            hasInstance && Join(ref CollectionsMarshal.GetValueRefOrAddDefault(_instances, header.SopInstanceUid!, out _), index);
        if (string.IsNullOrEmpty(header.SeriesInstanceUid))
        {
            return;
        }

        if (isFirst && header.InstanceNumber is int number)
        {
            Join(ref CollectionsMarshal.GetValueRefOrAddDefault(_places, (header.SeriesInstanceUid, number), out _), index);
            Join(ref CollectionsMarshal.GetValueRefOrAddDefault(_slices, SliceOf(header, number), out _), index);
        }

        ref DicomSeriesVariety? variety = ref CollectionsMarshal.GetValueRefOrAddDefault(_series, header.SeriesInstanceUid, out _);
        variety ??= new DicomSeriesVariety(index);
        variety.Add(header);
    }

    /// <summary>Reports the groups that violate a rule.</summary>
    public void Report(ValidationContext context)
    {
        foreach ((string uid, Group group) in _instances)
        {
            if (group.Count > 1)
            {
                string message = FormattableString.Invariant($"{group.Count} files have the SOP Instance UID '{DicomText.Uid(uid)}'.");
                context.Issues.Report(
                    RuleCatalog.DuplicateSopInstance,
                    PathOf(context, group.First),
                    message,
                    subject: DicomText.Uid(uid),
                    count: group.Count);
            }
        }

        foreach (((string series, int number), Group group) in _places)
        {
            ReportShared(context, series, number, group, "", EditionSet.Before30);
        }

        foreach (((_, string series, int number, _, _, _), Group group) in _slices)
        {
            ReportShared(context, series, number, group, ", one view position and one size", EditionSet.Edition30);
        }

        foreach ((string uid, DicomSeriesVariety variety) in _series)
        {
            if (variety.Differences() is { } differences)
            {
                string shown = DicomText.Uid(uid);
                string message = FormattableString.Invariant(
                    $"The {variety.Count} images of the series '{shown}' differ in {differences}.");
                context.Issues.Report(
                    RuleCatalog.InconsistentSeries, PathOf(context, variety.First), message, subject: shown, count: variety.Count);
            }
        }
    }

    /// <summary>
    /// Returns the key by which the reader of edition 3.0 distinguishes slices: of two slices with the same key, the later replaces the
    /// earlier.
    /// </summary>
    private static (string? Study, string Series, int Number, string? View, int? Rows, int? Columns) SliceOf(
        DicomHeader header,
        int number) => (header.StudyInstanceUid, header.SeriesInstanceUid!, number, header.ViewPosition, header.Rows, header.Columns);

    private static void ReportShared(ValidationContext context, string series, int number, Group group, string more, EditionSet only)
    {
        if (group.Count > 1)
        {
            string shown = DicomText.Uid(series);
            context.Issues.Report(
                RuleCatalog.SharedDicomInformation,
                PathOf(context, group.First),
                FormattableString.Invariant($"{group.Count} different images have instance number {number} of the series '{shown}'{more}."),
                subject: FormattableString.Invariant($"{shown} #{number}"),
                count: group.Count,
                only: only);
        }
    }

    private static string PathOf(ValidationContext context, int index) => context.Inventory.Images[index].Path;

    /// <summary>Adds a file to its group.</summary>
    /// <returns>True if it is the first file of the group.</returns>
    private static bool Join(ref Group group, int index)
    {
        group = group.Count == 0 ? new Group(index, 1) : group with { Count = group.Count + 1 };
        return group.Count == 1;
    }

    private readonly record struct Group(int First, int Count);
}
