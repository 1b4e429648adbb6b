using CsvHelper;
using DeepQDataset.Labels;
using DeepQDataset.Labels.Parsing;
using DeepQDataset.Masks;

namespace DeepQDataset.Repair;

/// <summary>
/// Rewrites a label.csv record by record: valid rows in the right form, rows with an error field by field, and those with wrong quotes
/// unchanged, so that what cannot be repaired remains visible.
/// </summary>
internal sealed partial class LabelFileMender : IDisposable
{
    private const int RecordsBetweenCancellations = 1 << 12;

    private static readonly CsvWriterOptions Options = new() { NewLine = "\n", ValidateFieldCount = false };

    private readonly ReadOnlyMemory<byte> _text;
    private readonly LabelShape _shape;
    private readonly LabelTable _table;
    private readonly LabelEdits _edits;
    private readonly Func<string, bool> _isImage;
    private readonly MemoryStream _bytes = new();
    private readonly CsvWriter _writer;
    private readonly List<int> _lines = [];
    private int _nextEntry;
    private int _nextInvalid;
    private int _nextNegative;

    /// <summary>Initializes a new instance of the <see cref="LabelFileMender"/> class.</summary>
    /// <param name="text">The text in UTF-8 without a byte order mark.</param>
    /// <param name="table">The rows of the file.</param>
    /// <param name="edits">The changes.</param>
    /// <param name="isImage">Determines whether a name is that of an image.</param>
    public LabelFileMender(ReadOnlyMemory<byte> text, LabelTable table, LabelEdits edits, Func<string, bool> isImage)
    {
        _text = text;
        _shape = LabelShape.Of(text);
        _table = table;
        _edits = edits;
        _isImage = isImage;
        _writer = CsvWriter.Create(_bytes, Options, leaveOpen: true);
    }

    /// <summary>Writes the file.</summary>
    public MendedLabels Write(CancellationToken cancellation)
    {
        using CsvRecords records = new(_text, _shape.Delimiter, _shape.HasSplitDecimals ? 0 : _shape.Columns);
        List<int> blank = [];
        bool isFirst = true;
        for (int count = 1; records.Read(); count++)
        {
            if (count % RecordsBetweenCancellations == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }

            if (records.IsBlank)
            {
                blank.Add(records.Line);
                continue;
            }

            WriteBlankLines(blank);
            bool isPreamble = isFirst && HeaderRow.IsPreamble(records);
            bool isHeader = isPreamble || (isFirst && HeaderRow.Is(records, _isImage));
            isFirst = isPreamble;
            if (!isHeader)
            {
                WriteRecord(records);
            }
            else if (!_edits.DropsHeader)
            {
                WriteFields(records, image: null);
            }
        }

        _writer.Flush();
        return new MendedLabels(_bytes.ToArray(), _lines.ToArray());
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _writer.Dispose();
        _bytes.Dispose();
    }

    private void WriteRecord(CsvRecords records)
    {
        int line = records.Line;
        if (Next(_table.Entries, ref _nextEntry, line) is LabelEntry entry)
        {
            if (records.Fault is not null)
            {
                WriteUnchanged(records, _edits.Names[entry.Image]);
            }
            else if (!_edits.DroppedLines.Contains(line))
            {
                WriteRow(records, entry);
            }

            foreach (int missing in _edits.MissingClasses.GetValueOrDefault(line) ?? [])
            {
                WriteMissing(entry, missing, line);
            }

            return;
        }

        if (records.Fault is null && Next(_table.Negatives, ref _nextNegative, line) is LabelEntry negative)
        {
            WriteNegative(records, negative);
            return;
        }

        string? name = Next(_table.Invalid, ref _nextInvalid, line) is LabelEntry invalid ? _edits.Names[invalid.Image] : null;
        if (records.Fault is null)
        {
            WriteFields(records, name);
        }
        else
        {
            WriteUnchanged(records, name);
        }
    }

    private void WriteRow(CsvRecords records, LabelEntry entry)
    {
        string name = NameOf(entry);
        string className = ClassOf(entry.Class);
        if (_table.HasMasks)
        {
            WriteMask(name, className, _table.MaskOf(entry), records.Line);
            return;
        }

        if (!_table.HasBoxes)
        {
            bool hasValue = (_shape.Form != LabelForm.TwoColumns || _edits.AddsValues) && !_edits.DropsValues;
            WriteClassification(name, className, hasValue ? _table.ValueOf(entry) : null, records.Line);
            return;
        }

        WriteName(name, className);
        BoundingBox box = _edits.Boxes.TryGetValue(entry.Line, out BoundingBox mended) ? mended : _table.BoxOf(entry);
        double[] numbers = [box.X, box.Y, box.Width, box.Height];
        for (int index = 0; index < numbers.Length; index++)
        {
            WriteNumber(records, index + 2, numbers[index]);
        }

        End(records.Line, name, className);
    }

    /// <summary>Writes a number, as written in the file if that is the same number.</summary>
    private void WriteNumber(CsvRecords records, int field, double number)
    {
        ReadOnlySpan<byte> text = records.FieldCount == _shape.Columns ? records.Field(field, out _) : [];
        if (NumberText.TryParse(text, out double before) && before.Equals(number))
        {
            _writer.WriteField(text);
        }
        else
        {
            _writer.WriteField(NumberText.Format(number));
        }
    }

    /// <summary>Writes that an image does not have a class.</summary>
    private void WriteMissing(LabelEntry entry, int classNumber, int line)
    {
        if (_table.HasMasks)
        {
            (int width, int height) = _table.MaskSizeOf(entry);
            WriteMask(NameOf(entry), ClassOf(classNumber), Empty(width, height), line);
        }
        else
        {
            WriteClassification(NameOf(entry), ClassOf(classNumber), 0, line);
        }
    }

    /// <summary>Writes a line for an empty image. A line with only its name becomes one that every edition reads.</summary>
    private void WriteNegative(CsvRecords records, LabelEntry entry)
    {
        string name = NameOf(entry);
        if (!_edits.BareLines.TryGetValue(records.Line, out int[]? classes))
        {
            WriteFields(records, name);
            return;
        }

        if (_table.HasBoxes)
        {
            WriteName(name, NegativeClass.Name);
            for (int number = 0; number < 4; number++)
            {
                _writer.WriteField("");
            }

            End(records.Line, name, "");
            return;
        }

        foreach (int number in classes)
        {
            if (_table.HasMasks)
            {
                if (_edits.SizeOf(entry) is (int width, int height))
                {
                    WriteMask(name, ClassOf(number), Empty(width, height), records.Line);
                }
            }
            else
            {
                WriteClassification(name, ClassOf(number), 0, records.Line);
            }
        }
    }

    private static LabelMask Empty(int width, int height) =>
        new(width, height, MaskText.Encode(new byte[MaskText.PackedLength(width, height)]));

    private void WriteMask(string image, string className, LabelMask mask, int line)
    {
        WriteName(image, className);
        _writer.WriteField(NumberText.Format(mask.Width));
        _writer.WriteField(NumberText.Format(mask.Height));
        _writer.WriteField(mask.Text);
        End(line, image, className);
    }

    private string ClassOf(int number) => _edits.Classes.GetValueOrDefault(number) ?? _table.ClassNames[number];

    private void WriteClassification(string image, string className, int? value, int line)
    {
        WriteName(image, className);
        if (value is int number)
        {
            _writer.WriteField(number == 0 ? "0" : "1");
        }

        End(line, image, className);
    }

    private void WriteName(string image, string className)
    {
        _writer.WriteField(image);
        _writer.WriteField(className, NumberText.IsPureNumber(className) ? CsvQuoting.Always : CsvQuoting.WhenNeeded);
    }

    private string NameOf(LabelEntry entry) => _edits.Names[entry.Image] ?? _table.ImageNames[entry.Image];

    /// <summary>Returns the entry of a line if it is the next one. Entries are in file order.</summary>
    private static LabelEntry? Next(List<LabelEntry> entries, ref int next, int line)
    {
        while (next < entries.Count && entries[next].Line < line)
        {
            next++;
        }

        return next < entries.Count && entries[next].Line == line ? entries[next++] : null;
    }
}
