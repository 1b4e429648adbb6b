using CsvHelper;

namespace DeepQDataset.Labels;

/// <summary>
/// Writes label.csv (guide chapter 2.2): UTF-8 without a byte order mark, no header, one record a line, line feeds. Fields are quoted if
/// CSV requires it (RFC 4180), and if the guide does: a class that is a pure number.
/// </summary>
internal static class LabelFileWriter
{
    private static readonly CsvWriterOptions Options = new() { NewLine = "\n", ValidateFieldCount = false };

    /// <summary>
    /// Writes rows: three columns for a class (image, class, 0 or 1), six for a box (image, object, xLeft, yTop, width, height), five for a
    /// mask (image, class, width, height, mask).
    /// </summary>
    /// <param name="destination">The stream to write to from its current position; it stays open.</param>
    /// <param name="rows">The rows in output order; <see cref="LabelRow.Line"/> is ignored.</param>
    /// <exception cref="ArgumentOutOfRangeException">A box has a number that is not finite.</exception>
    /// <exception cref="IOException">The destination could not be written.</exception>
    public static void Write(Stream destination, IEnumerable<LabelRow> rows) => Write(destination, rows, LabelForm.Unknown);

    /// <summary>Writes rows in a form.</summary>
    /// <param name="destination">The stream to write to from its current position; it stays open.</param>
    /// <param name="rows">
    /// The rows in output order. In <see cref="LabelForm.Detection"/>, a row without a box has four blank numbers.
    /// </param>
    /// <param name="form">The form; <see cref="LabelForm.Unknown"/> for the form of each row.</param>
    /// <exception cref="ArgumentOutOfRangeException">A box has a number that is not finite.</exception>
    /// <exception cref="IOException">The destination could not be written.</exception>
    public static void Write(Stream destination, IEnumerable<LabelRow> rows, LabelForm form)
    {
        ArgumentNullException.ThrowIfNull(destination);
        ArgumentNullException.ThrowIfNull(rows);
        using CsvWriter writer = CsvWriter.Create(destination, Options, leaveOpen: true);
        Span<char> buffer = stackalloc char[32];
        foreach (LabelRow row in rows)
        {
            writer.WriteField(row.Image);
            writer.WriteField(row.Class, NumberText.IsPureNumber(row.Class) ? CsvQuoting.Always : CsvQuoting.WhenNeeded);
            if (row.Box is BoundingBox box)
            {
                writer.WriteField(NumberText.Format(box.X, buffer));
                writer.WriteField(NumberText.Format(box.Y, buffer));
                writer.WriteField(NumberText.Format(box.Width, buffer));
                writer.WriteField(NumberText.Format(box.Height, buffer));
            }
            else if (row.Mask is LabelMask mask)
            {
                writer.WriteField(NumberText.Format(mask.Width, buffer));
                writer.WriteField(NumberText.Format(mask.Height, buffer));
                writer.WriteField(mask.Text);
            }
            else if (form == LabelForm.Detection)
            {
                for (int number = 0; number < 4; number++)
                {
                    writer.WriteField("");
                }
            }
            else if (form != LabelForm.TwoColumns)
            {
                writer.WriteField(row.Value == 0 ? "0" : "1");
            }

            writer.EndRecord();
        }
    }
}
