using DeepQDataset.Catalog;
using DeepQDataset.Text;

namespace DeepQDataset.Labels.Parsing;

/// <content>Findings about lines of any form.</content>
internal sealed partial class LabelParser
{
    private void ReportBlankLines()
    {
        // Blank lines at the end of the file are not between records.
        foreach (int line in _blankLines)
        {
            Report(RuleCatalog.BlankLine, line, null, $"Line {line} is blank.");
        }

        _blankLines.Clear();
    }

    private void ReportColumnCount(CsvRecords records)
    {
        string expected =
            shape.Columns > 0
                ? $"where the file's others have {shape.Columns}"
                : "where 2 or 3 (classes), 5 (masks) or 6 (boxes) are expected";
        Report(
            RuleCatalog.ColumnCount,
            records.Line,
            null,
            $"The line has {records.FieldCount} {(records.FieldCount == 1 ? "column" : "columns")} {expected}.");
    }

    // Reports white space around fields and empty fields, one finding a line each. Returns true if a field is empty. A mask may be empty.
    private bool ReportFields(CsvRecords records, ReadOnlySpan<byte> className)
    {
        int empty = -1;
        int mayBeEmpty = shape.Form == LabelForm.Segmentation ? MaskColumn : -1;
        for (int index = 0; index < records.FieldCount; index++)
        {
            empty = empty < 0 && index != mayBeEmpty && records.Field(index, out _).IsEmpty ? index : empty;
        }

        ReportSpaces(records, className);
        if (empty >= 0)
        {
            ReportEmpty(records.Line, empty, EditionSet.All);
        }

        return empty >= 0;
    }

    private void ReportSpaces(CsvRecords records, ReadOnlySpan<byte> className)
    {
        int spaced = -1;
        bool changesName = false;
        for (int index = 0; index < records.FieldCount; index++)
        {
            if (!records.Field(index, out bool hasSpace).IsEmpty && hasSpace)
            {
                spaced = spaced < 0 ? index : spaced;
                changesName |=
                    index == 0
                    || (index == 1 && (shape.Form is LabelForm.Classification or LabelForm.Segmentation || NegativeClass.Is(className)));
            }
        }

        if (spaced >= 0)
        {
            // The reader of edition 3.0 trims only numbers: a name with white space around it is another name.
            EditionSeverities severities = RuleCatalog.SurroundingSpace.Severities;
            report(new LabelFinding(
                RuleCatalog.SurroundingSpace, records.Line, spaced + 1,
                $"Field {spaced + 1}, {FieldText.Quote(records.Field(spaced, out _))}, has white space around it.")
            {
                Severities = changesName ? severities : severities with { Edition30 = DqSeverity.Warning },
            });
        }
    }

    private void ReportEmpty(int line, int index, EditionSet only)
    {
        string name = index switch
        {
            0 => "image",
            1 => "class",
            _ => shape.Form == LabelForm.Classification ? "value" : "number",
        };
        report(new LabelFinding(RuleCatalog.EmptyField, line, index + 1, $"The line has no {name} in column {index + 1}.") { Only = only });
    }

    private bool ReportFormula(CsvRecords records, int index, ReadOnlySpan<byte> field)
    {
        bool isFormula = field is [(byte)'=' or (byte)'+' or (byte)'-' or (byte)'@', ..] && !NumberText.IsPureNumber(field);
        if (isFormula)
        {
            Report(
                RuleCatalog.SpreadsheetFormula,
                records.Line,
                index + 1,
                $"Field {index + 1}, {FieldText.Quote(field)}, is a formula to a spreadsheet program.");
        }

        return isFormula;
    }

    private void Report(DqRule rule, int? line, int? column, string message) => report(new LabelFinding(rule, line, column, message));
}
