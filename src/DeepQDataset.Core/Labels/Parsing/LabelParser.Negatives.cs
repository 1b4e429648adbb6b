using System.Text;
using DeepQDataset.Catalog;
using DeepQDataset.Text;

namespace DeepQDataset.Labels.Parsing;

/// <content>Lines that state that an image is empty.</content>
internal sealed partial class LabelParser
{
    private const int FirstNumber = 2;

    private (int FirstLine, int Lines) _negativeClass;
    private (int FirstLine, int Lines) _aliasWithBox;

    // The name of an image alone (guide 3.0). The reader of edition 3.0 fails on it on the first line, and with two or five columns;
    // otherwise it ignores the image.
    private void ReadBareImage(CsvRecords records, ReadOnlySpan<byte> image)
    {
        ReportSpaces(records, []);
        ReportFormula(records, 0, image);
        bool fails = _records == 1 || shape.Form is LabelForm.TwoColumns or LabelForm.Segmentation;
        EditionSeverities severities = RuleCatalog.BareImageLine.Severities;
        report(
            new LabelFinding(
                RuleCatalog.BareImageLine,
                records.Line,
                null,
                $"The line has nothing but the image {FieldText.Quote(image)}.",
                Encoding.UTF8.GetString(image))
            {
                Severities = fails ? severities : severities with { Edition30 = DqSeverity.Warning },
            });
        _table.AddNegative(records.Line, image);
    }

    // The numbers of a negative line are ignored.
    private bool TryReadNegative(CsvRecords records, ReadOnlySpan<byte> image, ReadOnlySpan<byte> className)
    {
        bool isNegative = NegativeClass.Is(className);
        bool isAlias = NegativeClass.IsAlias(className);
        if (image.IsEmpty || (!isNegative && !isAlias))
        {
            return false;
        }

        if (isAlias && !HasNoNumbers(records))
        {
            // In other editions it is an ordinary class; the reader of edition 3.0 treats the image as empty.
            _aliasWithBox = (_aliasWithBox.Lines == 0 ? records.Line : _aliasWithBox.FirstLine, _aliasWithBox.Lines + 1);
            return false;
        }

        if (isAlias)
        {
            ReportEmpty(records.Line, FirstNumber, EditionSet.Before30);
        }

        ReportSpaces(records, className);
        ReportFormula(records, 0, image);
        _table.AddNegative(records.Line, image);
        return true;
    }

    private static bool HasNoNumbers(CsvRecords records)
    {
        for (int index = FirstNumber; index < records.FieldCount; index++)
        {
            if (!records.Field(index, out _).IsEmpty)
            {
                return false;
            }
        }

        return true;
    }

    private void CountNegativeClass(CsvRecords records, ReadOnlySpan<byte> className)
    {
        if (shape.Form != LabelForm.Detection && NegativeClass.Is(className))
        {
            _negativeClass = (_negativeClass.Lines == 0 ? records.Line : _negativeClass.FirstLine, _negativeClass.Lines + 1);
        }
    }

    private void ReportNegatives()
    {
        if (_negativeClass.Lines > 0)
        {
            report(new LabelFinding(
                RuleCatalog.ConflictingRows, _negativeClass.FirstLine, 2,
                $"The class '{NegativeClass.Name}' marks images without an object in detection; with {shape.Columns} columns it "
                + $"is a class like others.",
                NegativeClass.Name, _negativeClass.Lines, NegativeSuggestion)
            {
                Severities = ContradictedNegative,
            });
        }

        if (_aliasWithBox.Lines > 0)
        {
            report(new LabelFinding(
                RuleCatalog.ClassReadAsEmpty, _aliasWithBox.FirstLine, 2,
                $"The class '{NegativeClass.Alias}' has boxes, and the platform's reader takes it for an image without an object "
                + $"and drops them.",
                NegativeClass.Alias, _aliasWithBox.Lines)
            {
                Severities = new EditionSeverities(null, null, DqSeverity.Warning),
            });
        }
    }

    /// <summary>Gets the severities of a negative line that another line or the form of the file contradicts (DQ516).</summary>
    internal static EditionSeverities ContradictedNegative => new(DqSeverity.Warning, DqSeverity.Warning, DqSeverity.Error);

    private static string NegativeSuggestion =>
        $"Write 0 for every class of an image without any, and leave the lines of '{NegativeClass.Name}' out.";
}
