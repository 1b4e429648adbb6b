using System.Text;
using CsvHelper;
using DeepQDataset.Labels;
using DeepQDataset.Labels.Parsing;
using DeepQDataset.Text;

namespace DeepQDataset.Repair;

/// <content>Writes records field by field, as they are, and blank lines.</content>
internal sealed partial class LabelFileMender
{
    private void WriteFields(CsvRecords records, string? image)
    {
        string text = "";
        for (int index = 0; index < records.FieldCount; index++)
        {
            string field = index == 0 && image is not null ? image : Encoding.UTF8.GetString(records.Field(index, out _));
            _writer.WriteField(field, index == 1 && NumberText.IsPureNumber(field) ? CsvQuoting.Always : CsvQuoting.WhenNeeded);
            text += field;
        }

        End(records.Line, text, "");
    }

    private void WriteUnchanged(CsvRecords records, string? image)
    {
        _writer.Flush();
        ReadOnlySpan<byte> raw = records.Raw;
        ReadOnlySpan<byte> before = records.FieldCount > 0 ? records.Field(0, out _) : [];
        if (image is not null && raw.StartsWith(before) && raw.Length > before.Length && raw[before.Length] == _shape.Delimiter)
        {
            _bytes.Write(Encoding.UTF8.GetBytes(image));
            raw = raw[before.Length..];
        }

        _bytes.Write(raw);
        _bytes.WriteByte((byte)'\n');
        int line = records.Line;
        _lines.AddRange(Enumerable.Range(line, FieldText.CountLineBreaks(raw) + 1));
    }

    private void WriteBlankLines(List<int> blank)
    {
        if (!_edits.DropsBlankLines && blank.Count > 0)
        {
            _writer.Flush();
            foreach (int line in blank)
            {
                _bytes.WriteByte((byte)'\n');
                _lines.Add(line);
            }
        }

        blank.Clear();
    }

    private void End(int line, string image, string className)
    {
        _writer.EndRecord();
        _lines.Add(line);
        if (image.AsSpan().ContainsAny('\r', '\n') || className.AsSpan().ContainsAny('\r', '\n'))
        {
            int more =
                FieldText.CountLineBreaks(Encoding.UTF8.GetBytes(image)) + FieldText.CountLineBreaks(Encoding.UTF8.GetBytes(className));
            _lines.AddRange(Enumerable.Repeat(line, more));
        }
    }
}
