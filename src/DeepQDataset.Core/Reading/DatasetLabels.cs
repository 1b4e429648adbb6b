using DeepQDataset.Files;
using DeepQDataset.Inventory;
using DeepQDataset.Labels;
using DeepQDataset.Labels.Parsing;
using DeepQDataset.Sources;
using DeepQDataset.Streams;

namespace DeepQDataset.Reading;

/// <summary>Represents label.csv of a dataset with its image names resolved.</summary>
/// <param name="File">The label file; null if there is none.</param>
/// <param name="References">The images of its names; null if it was not read.</param>
/// <param name="Findings">The findings of the reader.</param>
/// <param name="Damage">The reason why the entry of the zip does not match the directory, if this was checked; otherwise null.</param>
internal sealed record DatasetLabels(
    LabelFile? File, LabelReferences? References, IReadOnlyList<LabelFinding> Findings, EntryDamage? Damage = null)
{
    /// <summary>Reads the labels of a dataset. If the file cannot be read, <see cref="LabelFile.NotRead"/> gives the reason.</summary>
    /// <param name="source">The source of the dataset.</param>
    /// <param name="inventory">The inventory.</param>
    /// <param name="verifies">
    /// Indicates whether to compare an entry of a zip with its checksum. The content of a damaged entry is not judged.
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
                // Earlier findings may be effects of the damage.
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
