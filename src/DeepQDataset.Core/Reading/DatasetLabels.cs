using DeepQDataset.Files;
using DeepQDataset.Inventory;
using DeepQDataset.Labels;
using DeepQDataset.Sources;
using DeepQDataset.Sources.Zip;
using DeepQDataset.Streams;

namespace DeepQDataset.Reading;

/// <summary>label.csv of a dataset: read, and its image names looked up.</summary>
/// <param name="File">The file as read; null if there is none.</param>
/// <param name="References">What its names lead to; null if it was not read.</param>
/// <param name="Findings">What the reader came upon.</param>
/// <param name="Damage">Why the zip's entry is not what the directory says, where that was looked at; else null.</param>
internal sealed record DatasetLabels(LabelFile? File, LabelReferences? References, IReadOnlyList<LabelFinding> Findings, EntryDamage? Damage = null)
{
    /// <summary>Reads the labels of a dataset. A file that cannot be read is told of by <see cref="LabelFile.NotRead"/>.</summary>
    /// <param name="source">Where the dataset comes from.</param>
    /// <param name="inventory">Its inventory.</param>
    /// <param name="verifies">Whether to compare a zip's entry with its checksum: then nothing is said of what a damaged one holds.</param>
    /// <param name="cancellation">Ends the work.</param>
    public static DatasetLabels Read(IDatasetSource source, DatasetInventory inventory, bool verifies, CancellationToken cancellation)
    {
        if (inventory.LabelFile is not SourceEntry entry)
        {
            return new DatasetLabels(null, null, []);
        }

        List<LabelFinding> findings = [];
        ContentDigest digest = new();
        digest.Reset(withHash: false, withChecksum: true);
        bool isZip = source is ZipSource;
        bool isOpen = false;
        ImageNameIndex index = new(inventory.Images);
        try
        {
            using Stream content = verifies && source is ZipSource zip ? zip.OpenToVerify(entry) : source.Open(entry);
            isOpen = true;
            using ContentStream stream = new(content, digest, progress: null, cancellation);
            LabelFile file = LabelFileReader.Read(stream, findings.Add, index.Contains, cancellation);
            if (isZip && file.NotRead is null && stream.ReadByte() < 0 && digest.Length < entry.Length)
            {
                throw new InvalidDataException(FormattableString.Invariant($"It ends after {digest.Length} of {entry.Length} bytes."));
            }

            if (verifies && isZip && EntryDamage.Find(entry, ReadRest(stream, digest)) is EntryDamage damage)
            {
                return Unread(entry, damage.Message, damage);
            }

            return new DatasetLabels(file, file.NotRead is null ? LabelReferences.Resolve(file.Table, index, cancellation) : null, findings);
        }
        catch (Exception exception) when (FileFailure.IsReading(exception))
        {
            // What was found up to there may be the damage's doing.
            return Unread(entry, exception.Message, verifies && isOpen && exception is InvalidDataException ? EntryDamage.NotUnpacked(entry) : null);
        }
    }

    private static ContentDigest ReadRest(Stream stream, ContentDigest digest)
    {
        stream.CopyTo(Stream.Null);
        return digest;
    }

    private static DatasetLabels Unread(SourceEntry entry, string reason, EntryDamage? damage) =>
        new(LabelFile.Unread($"'{entry.Path}' cannot be read, so that no label was checked: {reason}"), null, [], damage);
}
