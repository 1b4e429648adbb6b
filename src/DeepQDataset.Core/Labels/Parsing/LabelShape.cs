namespace DeepQDataset.Labels.Parsing;

/// <summary>Represents the structure of a label.csv: its delimiter and its form.</summary>
/// <param name="Delimiter">The delimiter of fields.</param>
/// <param name="Form">The form of most lines.</param>
/// <param name="HasSplitDecimals">
/// Indicates whether commas are both delimiters and decimal commas, so that a box has ten fields instead of six.
/// </param>
internal readonly record struct LabelShape(char Delimiter, LabelForm Form, bool HasSplitDecimals)
{
    /// <summary>The number of fields of a box whose four numbers are split at their decimal commas.</summary>
    public const int SplitDecimalColumns = 10;

    private const int SampleLines = 500;
    private const int SampleBytes = 1 << 18;

    /// <summary>Gets the number of fields in a line of the form; 0 if there is no form.</summary>
    public int Columns => Form switch
    {
        LabelForm.Classification => 3,
        LabelForm.Detection => 6,
        LabelForm.TwoColumns => 2,
        LabelForm.Segmentation => 5,
        _ => 0,
    };

    /// <summary>Detects the delimiter from the first lines, and the form from all lines.</summary>
    /// <param name="text">The text in valid UTF-8 without a byte order mark.</param>
    public static LabelShape Of(ReadOnlyMemory<byte> text)
    {
        char delimiter = DelimiterOf(text);
        int classifications = 0;
        int detections = 0;
        int twoColumns = 0;
        int masks = 0;
        int splits = 0;
        using CsvRecords records = new(text, delimiter);
        while (records.Read())
        {
            switch (records.FieldCount)
            {
                case 3:
                    classifications++;
                    break;
                case 6:
                    detections++;
                    break;
                case 2:
                    twoColumns++;
                    break;
                case 5:
                    masks++;
                    break;
                case SplitDecimalColumns when delimiter == ',' && AreNumbers(records, 2):
                    splits++;
                    break;
            }
        }

        bool hasSplits = splits > Math.Max(classifications, twoColumns);
        int boxes = hasSplits ? detections + splits : detections;
        int values = Math.Max(classifications, twoColumns);
        LabelForm form = boxes > Math.Max(values, masks) ? LabelForm.Detection
            : masks > values ? LabelForm.Segmentation
            : twoColumns > classifications ? LabelForm.TwoColumns
            : classifications > 0 ? LabelForm.Classification
            : LabelForm.Unknown;
        return new LabelShape(delimiter, form, hasSplits && form == LabelForm.Detection);
    }

    private static char DelimiterOf(ReadOnlyMemory<byte> text)
    {
        char best = ',';
        int bestScore = 0;
        foreach (char candidate in ",;\t")
        {
            int score = Score(text, candidate);
            if (score > bestScore)
            {
                best = candidate;
                bestScore = score;
            }
        }

        return best;
    }

    // A line whose fields have the expected content counts more than one that only has the right number of fields.
    private static int Score(ReadOnlyMemory<byte> text, char delimiter)
    {
        const int Fits = 3;
        int score = 0;
        using CsvRecords records = new(text[..Math.Min(text.Length, SampleBytes)], delimiter, isLineMode: true);
        for (int line = 0; line < SampleLines && records.Read(); line++)
        {
            score += records.FieldCount switch
            {
                3 => records.Field(2, out _) is [(byte)'0' or (byte)'1'] ? Fits : 1,
                6 => AreNumbers(records, 2) ? Fits : 1,
                5 => BoxNumber.IsNumber(records.Field(2, out _)) && BoxNumber.IsNumber(records.Field(3, out _)) ? Fits : 0,
                2 => 1,
                SplitDecimalColumns => AreNumbers(records, 2) ? Fits : 0,
                _ => 0,
            };
        }

        return score;
    }

    private static bool AreNumbers(CsvRecords records, int first)
    {
        for (int index = first; index < records.FieldCount; index++)
        {
            if (!BoxNumber.IsNumber(records.Field(index, out _)))
            {
                return false;
            }
        }

        return true;
    }
}
