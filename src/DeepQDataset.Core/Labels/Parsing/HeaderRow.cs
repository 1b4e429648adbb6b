using System.Text;
using DeepQDataset.Text;

namespace DeepQDataset.Labels.Parsing;

/// <summary>Distinguishes a header from a label (DQ503).</summary>
internal static class HeaderRow
{
    private static readonly HashSet<string> ImageWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "image",
        "images",
        "imagename",
        "imageid",
        "imagefile",
        "imagepath",
        "img",
        "imgname",
        "imgid",
        "file",
        "files",
        "filename",
        "filepath",
        "name",
        "path",
        "id",
    };

    /// <summary>
    /// Determines whether a record before the labels is for spreadsheet programs: <c>sep=,</c> (Excel), or <c>#TYPE …</c> (Export-Csv of
    /// Windows PowerShell 5.1).
    /// </summary>
    /// <param name="records">The records, at the record to examine.</param>
    public static bool IsPreamble(CsvRecords records)
    {
        ReadOnlySpan<byte> line = FieldText.Trim(records.Raw).TrimStart((byte)'"');
        return (line.Length is >= 4 and <= 8 && Ascii.EqualsIgnoreCase(line[..4], "sep="u8)) || line.StartsWith("#TYPE "u8);
    }

    /// <summary>
    /// Determines whether the first record is a header: its image is not a file of the dataset, and none of its value columns is a number.
    /// Two columns have no value, so the first one must be a common heading.
    /// </summary>
    /// <param name="records">The records, at the first one.</param>
    /// <param name="isImage">Determines whether a name is that of an image; null if the images are unknown.</param>
    public static bool Is(CsvRecords records, Func<string, bool>? isImage)
    {
        if (records.FieldCount < 2)
        {
            return false;
        }

        for (int index = 2; index < records.FieldCount; index++)
        {
            ReadOnlySpan<byte> value = records.Field(index, out _);
            if (value.IsEmpty
                || BoxNumber.IsNumber(value)
                || double.TryParse(value, System.Globalization.CultureInfo.InvariantCulture, out _))
            {
                return false;
            }
        }

        string image = Encoding.UTF8.GetString(records.Field(0, out _));
        bool isHeading =
            records.FieldCount > 2
            || ImageWords.Contains(image.Replace("_", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal));
        return isHeading && isImage?.Invoke(image) != true;
    }
}
