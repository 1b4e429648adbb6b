using System.Text;
using DeepQDataset.Labels;
using DeepQDataset.Labels.Parsing;
using DeepQDataset.Streams;

namespace DeepQDataset.Evaluation;

/// <summary>
/// Reads the predictions of the platform: prediction.csv with a header (as the platform's reader writes it): file_name, label_name and
/// confidence; with x, y, width and height for boxes; with width, height and mask for segmentation. Other columns are ignored.
/// </summary>
public static class PredictionReader
{
    private static readonly string[] Boxes = ["x", "y", "width", "height"];

    /// <summary>Reads a file.</summary>
    /// <param name="fullPath">The rooted path.</param>
    /// <param name="cancellation">The token to monitor for cancellation requests.</param>
    /// <returns>One label for each line, with its confidence.</returns>
    /// <exception cref="DatasetException">
    /// The file does not have this form, or a line cannot be read; the message names the line.
    /// </exception>
    /// <exception cref="IOException">The source cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">Access is denied.</exception>
    public static IReadOnlyList<DqLabel> Read(string fullPath, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(fullPath);
        using FileRegionStream stream = FileRegionStream.OpenFile(fullPath);
        if (BoundedBytes.Read(stream, LabelFileReader.MaximumBytes, cancellation) is not ReadOnlyMemory<byte> content
            || LabelEncoding.ToUtf8(content, static _ => { }, cancellation) is not ReadOnlyMemory<byte> text)
        {
            throw Invalid(fullPath, 1, "the file is too large to be read");
        }

        using CsvRecords records = new(text, ',');
        if (!ReadRecord(records))
        {
            throw Invalid(fullPath, 1, "the file is empty");
        }

        Dictionary<string, int> columns = Columns(records, fullPath);
        bool hasBoxes = Boxes.All(columns.ContainsKey);
        bool hasMasks = columns.ContainsKey("mask");
        List<DqLabel> labels = [];
        while (ReadRecord(records))
        {
            cancellation.ThrowIfCancellationRequested();
            labels.Add(ToLabel(new Row(records, columns, fullPath), hasBoxes, hasMasks));
        }

        return labels;
    }

    private static bool ReadRecord(CsvRecords records)
    {
        while (records.Read())
        {
            if (!records.IsBlank)
            {
                return true;
            }
        }

        return false;
    }

    private static Dictionary<string, int> Columns(CsvRecords records, string fullPath)
    {
        Dictionary<string, int> columns = new(StringComparer.OrdinalIgnoreCase);
        for (int index = 0; index < records.FieldCount; index++)
        {
            columns.TryAdd(Encoding.UTF8.GetString(records.Field(index, out _)), index);
        }

        foreach (string wanted in new[] { "file_name", "label_name", "confidence" })
        {
            if (!columns.ContainsKey(wanted))
            {
                throw Invalid(fullPath, records.Line, $"its header has no column '{wanted}', as predictions of the platform have");
            }
        }

        return columns;
    }

    private static DqLabel ToLabel(Row row, bool hasBoxes, bool hasMasks)
    {
        DqLabel label = new()
        {
            Image = row.Text("file_name"),
            Class = row.Text("label_name"),
            Confidence = row.Number("confidence", isOptional: true),
            Line = row.Line,
        };
        bool isNegative = label.Class == DqLabel.NegativeClass;
        return hasMasks ? label with { Mask = row.Text("mask"), MaskWidth = row.Whole("width"), MaskHeight = row.Whole("height") }
            : isNegative ? label
            : hasBoxes ? label with { X = row.Number("x"), Y = row.Number("y"), Width = row.Number("width"), Height = row.Number("height") }
            : label with { Value = 1 };
    }

    private static DatasetException Invalid(string fullPath, int line, string fault) => new(
        "InvalidPredictions", DatasetErrorKind.InvalidData, FormattableString.Invariant($"'{fullPath}', line {line}: {fault}."), fullPath);

    /// <summary>Represents a line of the file. The header determines its fields.</summary>
    private sealed class Row(CsvRecords records, Dictionary<string, int> columns, string fullPath)
    {
        public int Line => records.Line;

        /// <summary>Returns a text. Names are already decoded and are not changed.</summary>
        public string Text(string column)
        {
            int index = columns[column];
            return index < records.FieldCount
                ? Encoding.UTF8.GetString(records.Field(index, out _))
                : throw Invalid(fullPath, Line, $"the line has {records.FieldCount} columns, and '{column}' is column {index + 1}");
        }

        public double? Number(string column, bool isOptional = false)
        {
            string text = Text(column);
            return text.Length == 0 && isOptional ? null
                : NumberText.TryParse(text, out double value)
                || double.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out value)
                    ? value
                : throw Invalid(fullPath, Line, $"'{text}' in '{column}' is not a number");
        }

        public int Whole(string column) => Number(column) is double number && number == (int)number && number > 0
            ? (int)number
            : throw Invalid(fullPath, Line, $"'{Text(column)}' in '{column}' is not a whole number above 0");
    }
}
