using System.Globalization;
using DeepQDataset.Catalog;
using DeepQDataset.Masks;
using DeepQDataset.Text;

namespace DeepQDataset.Labels.Parsing;

/// <content>Lines with five columns: image, class, width, height and mask (guide 3.0, Data Formats).</content>
internal sealed partial class LabelParser
{
    private const int WidthColumn = 2;
    private const int MaskColumn = 4;

    // Editions before 3.0 do not support this form (DQ534), so that only 3.0 reports problems of masks.
    private bool TryReadMask(CsvRecords records, out MaskRow mask)
    {
        mask = default;
        Span<int> size = stackalloc int[2];
        for (int index = 0; index < size.Length; index++)
        {
            ReadOnlySpan<byte> number = records.Field(WidthColumn + index, out _);
            if (number.IsEmpty)
            {
                return false;
            }

            if (!int.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out size[index]))
            {
                ReportMask(RuleCatalog.InvalidNumber, records.Line, WidthColumn + index + 1,
                    $"The mask has {FieldText.Quote(number)} where a whole number of pixels such as 512 is expected.");
                return false;
            }

            if (size[index] <= 0)
            {
                ReportMask(
                    RuleCatalog.BoxSize,
                    records.Line,
                    WidthColumn + index + 1,
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"The mask has the {(index == 0 ? "width" : "height")} {size[index]}, which is not above 0."));
                return false;
            }
        }

        ReadOnlySpan<byte> field = records.Field(MaskColumn, out _);
        if (MaskText.TryDecode(field, size[0], size[1], out byte[]? packed) is string fault)
        {
            ReportMask(RuleCatalog.MaskUnreadable, records.Line, MaskColumn + 1, $"The mask cannot be read: {fault}.");
            return false;
        }

        mask = new MaskRow(size[0], size[1], Keep(field), packed.AsSpan().IndexOfAnyExcept((byte)0) < 0);
        return true;
    }

    /// <summary>Returns the field as a part of the file's text, so that masks are not stored twice.</summary>
    private ReadOnlyMemory<byte> Keep(ReadOnlySpan<byte> field) =>
        text.Span.Overlaps(field, out int offset) ? text.Slice(offset, field.Length) : field.ToArray();

    private void ReportMask(DqRule rule, int line, int column, string message) =>
        report(new LabelFinding(rule, line, column, message) { Only = EditionSet.Edition30 });
}
