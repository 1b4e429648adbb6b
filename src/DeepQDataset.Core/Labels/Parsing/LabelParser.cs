using DeepQDataset.Catalog;
using DeepQDataset.Text;

namespace DeepQDataset.Labels.Parsing;

/// <summary>Parses the records of one label.csv into rows and findings.</summary>
internal sealed partial class LabelParser(
    ReadOnlyMemory<byte> text, LabelShape shape, Action<LabelFinding> report, Func<string, bool>? isImage)
{
    private const int RecordsBetweenCancellations = 1 << 12;

    private readonly LabelTable _table = new(shape.Form);
    private readonly NumericClasses _numericClasses = new();
    private readonly List<int> _blankLines = [];
    private bool _hasReportedDecimals;
    private int _records;

    /// <summary>Parses all records.</summary>
    public LabelFile Parse(CancellationToken cancellation)
    {
        using CsvRecords records = new(text, shape.Delimiter, shape.HasSplitDecimals ? 0 : shape.Columns);
        bool isFirst = true;
        for (int count = 1; records.Read(); count++)
        {
            if (count % RecordsBetweenCancellations == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }

            if (records.IsBlank)
            {
                _blankLines.Add(records.Line);
                continue;
            }

            ReportBlankLines();
            if (isFirst)
            {
                isFirst = false;
                ReportDelimiter(records.Line);
                if (HeaderRow.IsPreamble(records))
                {
                    isFirst = true;
                    Report(
                        RuleCatalog.HeaderRow,
                        records.Line,
                        null,
                        $"Line {records.Line} is a note to spreadsheet programs: {FieldText.Quote(records.Raw)}.");
                    continue;
                }

                if (HeaderRow.Is(records, isImage))
                {
                    Report(
                        RuleCatalog.HeaderRow,
                        records.Line,
                        null,
                        $"The first line is a header: it starts with {FieldText.Quote(records.Field(0, out _))}.");
                    continue;
                }
            }

            if (_records++ == 0 && shape.Form == LabelForm.TwoColumns)
            {
                Report(
                    RuleCatalog.TwoColumnLabels,
                    records.Line,
                    null,
                    "The file has the older two columns, image and class, without the 0 or 1.");
            }

            if (_records == 1 && shape.Form == LabelForm.Segmentation)
            {
                Report(
                    RuleCatalog.SegmentationForm,
                    records.Line,
                    null,
                    "The file has the five columns of segmentation: image, class, width, height and mask.");
            }

            ReadRecord(records);
        }

        if (_records == 0)
        {
            Report(RuleCatalog.EmptyLabelFile, null, null, "The file holds no label.");
        }

        _numericClasses.Report(_table.ClassNames, report);
        ReportNegatives();
        return new LabelFile(shape.Form, _table);
    }

    private void ReadRecord(CsvRecords records)
    {
        if (records.Fault is CsvFault fault)
        {
            Report(
                RuleCatalog.MalformedCsv,
                fault.Line,
                fault.Column,
                fault.IsClosed
                    ? $"Field {fault.Column} has a double quote out of place."
                    : $"The double quote that opens in field {fault.Column} is never closed.");
        }

        int count = records.FieldCount;
        if (count == 0)
        {
            return;
        }

        ReadOnlySpan<byte> image = records.Field(0, out _);
        if (count == 1 && shape.Columns > 1 && records.Fault is null && !image.IsEmpty)
        {
            ReadBareImage(records, image);
            return;
        }

        if (count != shape.Columns && !(shape.HasSplitDecimals && count == LabelShape.SplitDecimalColumns))
        {
            // A box with only some of its numbers split at their commas cannot be restored, which DQ504 reports.
            bool isKnown = records.Fault is not null || (shape.HasSplitDecimals && count is > 6 and < LabelShape.SplitDecimalColumns);
            if (!isKnown)
            {
                ReportColumnCount(records);
            }

            bool hasImage = records.Fault is null or { Column: > 1 };
            _table.AddInvalid(records.Line, hasImage ? image : [], count > 1 && records.Fault is null ? records.Field(1, out _) : []);
            return;
        }

        ReadOnlySpan<byte> className = records.Field(1, out _);
        if (shape.Form == LabelForm.Detection && TryReadNegative(records, image, className))
        {
            return;
        }

        CountNegativeClass(records, className);
        bool isGood = !ReportFields(records, className);
        if (!ReportFormula(records, 0, image))
        {
            ReportFormula(records, 1, className);
        }

        if (shape.Form == LabelForm.Detection)
        {
            isGood &= TryReadBox(records, out BoundingBox box);
            if (isGood)
            {
                _table.Add(records.Line, image, ReadClass(records, className), box);
                return;
            }
        }
        else if (shape.Form == LabelForm.Segmentation)
        {
            isGood &= TryReadMask(records, out MaskRow mask);
            if (isGood)
            {
                _table.Add(records.Line, image, ReadClass(records, className), mask);
                return;
            }
        }
        else
        {
            isGood &= TryReadValue(records, out int value);
            if (isGood)
            {
                _table.Add(records.Line, image, ReadClass(records, className), value);
                return;
            }
        }

        if (!className.IsEmpty)
        {
            ReadClass(records, className);
        }

        _table.AddInvalid(records.Line, image, className);
    }

    private int ReadClass(CsvRecords records, ReadOnlySpan<byte> className)
    {
        int number = _table.InternClass(className);
        if (_numericClasses.IsNumeric(number, className) && !records.IsQuoted(1))
        {
            _numericClasses.Count(number, records.Line);
        }

        return number;
    }

    private bool TryReadValue(CsvRecords records, out int value)
    {
        value = 1;
        if (shape.Form == LabelForm.TwoColumns)
        {
            return true;
        }

        ReadOnlySpan<byte> field = records.Field(2, out _);
        if (field is [(byte)'0' or (byte)'1'])
        {
            value = field[0] - '0';
            return true;
        }

        if (!field.IsEmpty)
        {
            Report(RuleCatalog.OneHotValue, records.Line, 3, $"The third column is {FieldText.Quote(field)} where only 0 or 1 is allowed.");
        }

        return false;
    }

    private bool TryReadBox(CsvRecords records, out BoundingBox box)
    {
        Span<double> numbers = stackalloc double[4];
        bool isGood = true;
        bool isReported = false;
        for (int index = 0; index < numbers.Length; index++)
        {
            numbers[index] = double.NaN;
            ReadOnlySpan<byte> field = records.Field(index + 2, out _);
            if (TryReadNumber(records, index, out numbers[index]))
            {
                continue;
            }

            isGood = false;
            numbers[index] = double.NaN;
            if (!isReported && !field.IsEmpty)
            {
                isReported = true;
                Report(
                    RuleCatalog.InvalidNumber,
                    records.Line,
                    index + 3,
                    $"The box has {FieldText.Quote(field)} where a number such as 128 or 97.5 is expected.");
            }
        }

        box = new BoundingBox(numbers[0], numbers[1], numbers[2], numbers[3]);
        if (box.Width <= 0 || box.Height <= 0)
        {
            bool isWidth = box.Width <= 0;
            string size = NumberText.Format(isWidth ? box.Width : box.Height);
            Report(
                RuleCatalog.BoxSize,
                records.Line,
                isWidth ? 5 : 6,
                $"The box has the {(isWidth ? "width" : "height")} {size}, which is not above 0.");
            isGood = false;
        }

        return isGood;
    }

    private bool TryReadNumber(CsvRecords records, int index, out double value)
    {
        if (records.FieldCount == LabelShape.SplitDecimalColumns)
        {
            return BoxNumber.TryJoin(records.Field(2 + (index * 2), out _), records.Field(3 + (index * 2), out _), out value);
        }

        ReadOnlySpan<byte> field = records.Field(index + 2, out _);
        bool isRead = BoxNumber.TryParse(field, shape.Delimiter != ',', out value, out bool hasComma);
        if (hasComma && !_hasReportedDecimals)
        {
            _hasReportedDecimals = true;
            Report(RuleCatalog.WrongDelimiter, records.Line, index + 3, $"The number {FieldText.Quote(field)} has a decimal "
                + $"comma; from line {records.Line} on such numbers are read with a point.");
        }

        return isRead;
    }

    private void ReportDelimiter(int line)
    {
        if (shape.HasSplitDecimals)
        {
            _hasReportedDecimals = true;
            Report(RuleCatalog.WrongDelimiter, line, null, "The numbers have decimal commas, which split them into two fields each.");
        }
        else if (shape.Delimiter != ',')
        {
            _hasReportedDecimals = true;
            Report(
                RuleCatalog.WrongDelimiter,
                line,
                null,
                $"The fields are separated by {(shape.Delimiter == ';' ? "';'" : "tabs")} instead of commas.");
        }
    }
}
