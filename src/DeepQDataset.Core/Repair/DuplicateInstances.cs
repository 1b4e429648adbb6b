using System.IO.Hashing;
using DeepQDataset.Catalog;
using DeepQDataset.Imaging;
using DeepQDataset.Inventory;
using DeepQDataset.Labels;
using DeepQDataset.Text;

namespace DeepQDataset.Repair;

/// <summary>
/// Leaves out DICOM files that are byte-for-byte copies of another (DQ401). The first in ordinal order is kept, and labels of the others
/// are moved to it. Copies with contradicting labels, by rows or by class folders, are all kept.
/// </summary>
internal sealed class DuplicateInstances
{
    private const int PieceBytes = 1 << 17;

    private readonly RepairRound _round;
    private readonly Dictionary<int, int> _kept = [];

    private readonly Lazy<int[]> _subjects;

    private DuplicateInstances(RepairRound round)
    {
        _round = round;
        _subjects = new Lazy<int[]>(SubjectsOfImages);
    }

    /// <summary>Plans the changes.</summary>
    /// <returns>For each image that is left out, the one that replaces it.</returns>
    public static IReadOnlyDictionary<int, int> Plan(RepairRound round)
    {
        DuplicateInstances repair = new(round);
        if (round.Inventory.Layout != DqLayout.LabelMe && round.IssuesOf(RuleCatalog.DuplicateSopInstance).Any())
        {
            foreach (List<int> group in repair.Instances())
            {
                repair.LeaveOutCopies(group);
            }
        }

        return repair._kept;
    }

    private IEnumerable<List<int>> Instances()
    {
        Dictionary<string, List<int>> groups = new(StringComparer.Ordinal);
        for (int index = 0; index < _round.Inventory.Images.Count; index++)
        {
            DicomHeader? header = _round.Context.Probes?[index]?.Header?.Dicom;
            if (header is { IsDicomDirectory: false, SopInstanceUid: { Length: > 0 } uid }
                && !_round.IsDropped(_round.Inventory.Images[index].Entry))
            {
                groups.TryAdd(uid, []);
                groups[uid].Add(index);
            }
        }

        return groups.Values.Where(static group => group.Count > 1);
    }

    private void LeaveOutCopies(List<int> group)
    {
        Dictionary<(UInt128 Hash, long Length), List<int>> stay = [];
        foreach (int image in group)
        {
            _round.Context.Cancellation.ThrowIfCancellationRequested();
            (UInt128, long) content = ContentOf(image);
            stay.TryAdd(content, []);
            int original = stay[content].FindIndex(other => Agree(other, image));
            if (original < 0)
            {
                stay[content].Add(image);
                continue;
            }

            int kept = stay[content][original];
            _kept.Add(image, kept);
            ImageEntry entry = _round.Inventory.Images[image];
            _round.Drop(entry.Entry);
            _round.Note(
                RuleCatalog.DuplicateSopInstance,
                entry.Path,
                null,
                $"Left out: it is a copy of {NameText.Quote(_round.Inventory.Images[kept].Path)}.");
        }
    }

    private (UInt128 Hash, long Length) ContentOf(int image)
    {
        ImageEntry entry = _round.Inventory.Images[image];
        XxHash128 hash = new();
        byte[] piece = new byte[PieceBytes];
        using Stream stream = _round.Context.Source.Open(entry.Entry);
        for (int length = stream.Read(piece); length > 0; length = stream.Read(piece))
        {
            _round.Context.Cancellation.ThrowIfCancellationRequested();
            hash.Append(piece.AsSpan(0, length));
        }

        return (hash.GetCurrentHashAsUInt128(), entry.Entry.Length);
    }

    /// <summary>Determines whether no label of one image contradicts one of the other.</summary>
    private bool Agree(int first, int second)
    {
        if (!string.Equals(_round.Inventory.Images[first].Class, _round.Inventory.Images[second].Class, StringComparison.Ordinal))
        {
            return false;
        }

        if (_round.Context.References is not { Table.HasBoxes: false } references)
        {
            return true;
        }

        Dictionary<int, int> said = [];
        foreach (LabelEntry row in RowsOf(references, first))
        {
            said.TryAdd(row.Class, row.Detail);
        }

        foreach (LabelEntry row in RowsOf(references, second))
        {
            if (said.TryGetValue(row.Class, out int value) && value != row.Detail)
            {
                return false;
            }
        }

        return true;
    }

    private ReadOnlySpan<LabelEntry> RowsOf(LabelReferences references, int image) =>
        _subjects.Value[image] is >= 0 and int subject ? references.Rows[subject] : [];

    private int[] SubjectsOfImages()
    {
        LabelReferences references = _round.Context.References!;
        int[] subjects = new int[_round.Inventory.Images.Count];
        Array.Fill(subjects, -1);
        for (int name = 0; name < references.Table.ImageNames.Count; name++)
        {
            ImageMatch match = references.MatchOf(name);
            if (match.Kind is ImageMatchKind.Found or ImageMatchKind.Meant)
            {
                subjects[match.Image] = references.SubjectOf(name);
            }
        }

        return subjects;
    }
}
