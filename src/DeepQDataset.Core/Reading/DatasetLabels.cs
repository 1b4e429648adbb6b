using DeepQDataset.Files;
using DeepQDataset.Inventory;
using DeepQDataset.Labels;
using DeepQDataset.Labels.Parsing;
using DeepQDataset.Sources;
using DeepQDataset.Streams;

namespace DeepQDataset.Reading;

/// <summary>label.csv of a dataset: read, and its image names looked up.</summary>
/// <param name="File">The file as read; null if there is none.</param>
/// <param name="References">What its names lead to; null if it was not read.</param>
/// <param name="Findings">What the reader came upon.</param>
/// <param name="Damage">Why the zip's entry is not what the directory says, where that was looked at; else null.</param>
internal sealed record DatasetLabels(
    LabelFile? File, LabelReferences? References, IReadOnlyList<LabelFinding> Findings, EntryDamage? Damage = null)
{
    /// <summary>Reads the labels of a dataset. A file that cannot be read is told of by <see cref="LabelFile.NotRead"/>.</summary>
    /// <param name="source">Where the dataset comes from.</param>
    /// <param name="inventory">Its inventory.</param>
    /// <param name="verifies">
    /// Indicates whether to compare a zip's entry with its checksum: then nothing is said of what a damaged one holds.
    /// </param>
    /// <param name="cancellation">The token to monitor for cancellation requests.</param>
    public static DatasetLabels Read(IDatasetSource source, DatasetInventory inventory, bool verifies, CancellationToken cancellation)
    {
        if (inventory.LabelFile is not SourceEntry entry)
        {
            return new DatasetLabels(null, null, []);
        }

        List<LabelFinding> findings = [];
        ContentDigest digest = new();
        digest.Reset(withHash: false, withChecksum: true);
        ImageNameIndex index = new(inventory.Images);
        LabelFile? file = null;
        try
        {
            EntryReading reading = EntryReading.Of(source, entry, verifies, digest, content =>
            {
                using ContentStream stream = new(content, digest, progress: null, cancellation);
                file = LabelFileReader.Read(stream, findings.Add, index.Contains, cancellation);
                if (source.HasChecksums && file.NotRead is null && stream.ReadByte() < 0 && digest.Length < entry.Length)
                {
                    throw new InvalidDataException(FormattableString.Invariant($"It ends after {digest.Length} of {entry.Length} bytes."));
                }

                if (verifies && source.HasChecksums)
                {
                    stream.CopyTo(Stream.Null);
                }
            });
            if (!reading.IsSound)
            {
                // What was found up to there may be the damage's doing.
                return Unread(entry, reading.Cause?.Message ?? reading.Damage!.Message, reading.Damage);
            }

            LabelReferences? references = file!.NotRead is null ? LabelReferences.Resolve(file.Table, index, cancellation) : null;
            return new DatasetLabels(file, references, findings);
        }
        catch (Exception exception) when (FileFailure.IsReading(exception))
        {
            return Unread(entry, exception.Message, damage: null);
        }
    }

    private static DatasetLabels Unread(SourceEntry entry, string reason, EntryDamage? damage) =>
        new(LabelFile.Unread($"'{entry.Path}' cannot be read, so that no label was checked: {reason}"), null, [], damage);
}
