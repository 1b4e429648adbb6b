using DeepQDataset.Inventory;
using DeepQDataset.Labels;
using DeepQDataset.Sources;

namespace DeepQDataset.Validation;

/// <summary>label.csv of a dataset: read, and its image names looked up.</summary>
/// <param name="File">The file as read; null if there is none.</param>
/// <param name="References">What its names lead to; null if it was not read.</param>
/// <param name="Findings">What the reader came upon.</param>
internal sealed record DatasetLabels(LabelFile? File, LabelReferences? References, IReadOnlyList<LabelFinding> Findings)
{
    /// <summary>Reads the labels of a dataset. A file that cannot be read is told of by <see cref="LabelFile.NotRead"/>.</summary>
    /// <param name="source">Where the dataset comes from.</param>
    /// <param name="inventory">Its inventory.</param>
    /// <param name="cancellation">Ends the work.</param>
    public static DatasetLabels Read(IDatasetSource source, DatasetInventory inventory, CancellationToken cancellation)
    {
        if (inventory.LabelFile is not SourceEntry entry)
        {
            return new DatasetLabels(null, null, []);
        }

        List<LabelFinding> findings = [];
        ImageNameIndex index = new(inventory.Images);
        try
        {
            using Stream stream = source.Open(entry);
            LabelFile file = LabelFileReader.Read(stream, findings.Add, index.Contains, cancellation);
            if (source.Kind == SourceKind.Zip && file.NotRead is null && stream.CanRead && stream.ReadByte() < 0 && stream.Position < entry.Length)
            {
                throw new InvalidDataException(FormattableString.Invariant($"It ends after {stream.Position} of {entry.Length} bytes."));
            }

            return new DatasetLabels(file, file.NotRead is null ? LabelReferences.Resolve(file.Table, index, cancellation) : null, findings);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            // What was found up to there may be the damage's doing.
            return new DatasetLabels(LabelFile.Unread($"'{entry.Path}' cannot be read, so that no label was checked: {exception.Message}"), null, []);
        }
    }
}
