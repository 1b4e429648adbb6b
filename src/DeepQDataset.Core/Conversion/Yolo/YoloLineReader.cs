using System.Globalization;
using DeepQDataset.Labels;

namespace DeepQDataset.Conversion.Yolo;

/// <summary>
/// Reads label files: lines with a class number and a box (centre, width, height), an outline, or four corners, relative to the size of the
/// image. Outlines and corners are converted to their bounding boxes. DOTA's form with corners in pixels and a class name is supported,
/// too.
/// </summary>
/// <param name="keyPointNumbers">The number of values for a pose after a box; 0 for none.</param>
/// <param name="keepsOutlines">Indicates whether outlines are kept; otherwise only bounding boxes are.</param>
/// <param name="log">Receives invalid lines.</param>
internal sealed class YoloLineReader(int keyPointNumbers, bool keepsOutlines, ConversionLog log)
{
    // Relative values are from 0 to 1. Boxes may exceed the image; values far beyond are pixels.
    private const double LargestShare = 2;

    private readonly List<double> _numbers = [];

    /// <summary>Reads a file.</summary>
    /// <param name="text">The content.</param>
    /// <param name="path">The name to use in messages.</param>
    /// <param name="names">The names of the classes; null if there are none.</param>
    /// <param name="isEmpty">Indicates whether the file has no object at all, not even an invalid line.</param>
    /// <exception cref="DatasetException">A class has no name.</exception>
    public List<YoloBox> Read(string text, string path, YoloNames? names, out bool isEmpty)
    {
        isEmpty = true;
        List<YoloBox> boxes = [];
        int line = 0;
        foreach (ReadOnlySpan<char> raw in text.AsSpan().EnumerateLines())
        {
            line++;
            ReadOnlySpan<char> content = raw.Trim();
            if (!content.IsEmpty && content[0] != '#' && !IsDotaHeader(content))
            {
                isEmpty = false;
                ReadLine(content, path, line, names, boxes);
            }
        }

        return boxes;
    }

    /// <summary>Determines whether a text looks like a label file: its first line has a class and at least four numbers.</summary>
    public static bool LooksLikeLabels(string text)
    {
        foreach (ReadOnlySpan<char> raw in text.AsSpan().EnumerateLines())
        {
            if (!raw.Trim().IsEmpty)
            {
                List<double> numbers = [];
                return Split(raw.Trim(), numbers).IsEmpty ? numbers.Count >= 5 : numbers.Count == 8;
            }
        }

        return false;
    }

    private static bool IsDotaHeader(ReadOnlySpan<char> line) =>
        line.StartsWith("imagesource:", StringComparison.OrdinalIgnoreCase) || line.StartsWith("gsd:", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads the numbers at the start of a line.</summary>
    /// <returns>The rest, from the first field that is not a number.</returns>
    private static ReadOnlySpan<char> Split(ReadOnlySpan<char> line, List<double> numbers)
    {
        numbers.Clear();
        while (!line.IsEmpty)
        {
            int end = line.IndexOfAny(' ', '\t');
            ReadOnlySpan<char> field = end < 0 ? line : line[..end];
            if (!double.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) || !double.IsFinite(number))
            {
                return line;
            }

            numbers.Add(number);
            line = end < 0 ? [] : line[end..].TrimStart();
        }

        return line;
    }

    private void ReadLine(ReadOnlySpan<char> content, string path, int line, YoloNames? names, List<YoloBox> boxes)
    {
        ReadOnlySpan<char> rest = Split(content, _numbers);
        if (!rest.IsEmpty)
        {
            ReadDota(rest, content, path, line, boxes);
            return;
        }

        double number = _numbers[0];
        if (number < 0 || number > int.MaxValue || !double.IsInteger(number))
        {
            Leave(path, line, string.Create(CultureInfo.InvariantCulture, $"{number} is not a number of a class"));
            return;
        }

        if (!TryGetBox(_numbers, out BoundingBox box, out bool hasConfidence))
        {
            Leave(path, line, string.Create(CultureInfo.InvariantCulture,
                $"{_numbers.Count - 1} numbers behind the class are neither a box (4) nor an outline (an even count from 6 on)"));
            return;
        }

        for (int index = 1; index < _numbers.Count && index <= (IsOutline ? _numbers.Count : 4); index++)
        {
            if (Math.Abs(_numbers[index]) > LargestShare)
            {
                Leave(path, line, string.Create(CultureInfo.InvariantCulture, $"{_numbers[index]} is not a share of an image's size"));
                return;
            }
        }

        string name = names is null ? throw NoNames(path, line) : names.NameOf((int)number, path, line);
        boxes.Add(new YoloBox(name, box, IsInPixels: false, line, IsOutline && keepsOutlines ? Points(1) : null));
        if (hasConfidence)
        {
            log.Add(
                YoloReasons.ConfidenceDropped, path, line, string.Create(CultureInfo.InvariantCulture, $"'{name}' with {_numbers[^1]}"));
        }
    }

    private bool IsOutline => _numbers.Count >= 7 && !IsPose;

    private bool IsPose =>
        keyPointNumbers > 0 && _numbers.Count - 5 is int more && (more == keyPointNumbers || more == keyPointNumbers + 1);

    private bool TryGetBox(List<double> numbers, out BoundingBox box, out bool hasConfidence)
    {
        box = default;
        int count = numbers.Count - 1;
        hasConfidence = count == 5 || (IsPose && count == 5 + keyPointNumbers);
        if (count is 4 or 5 || IsPose)
        {
            double left = BoxMath.Subtract(numbers[1], numbers[3] / 2);
            double top = BoxMath.Subtract(numbers[2], numbers[4] / 2);
            box = new BoundingBox(left, top, numbers[3], numbers[4]);
            return true;
        }

        if (count < 6 || count % 2 != 0)
        {
            return false;
        }

        box = Around(numbers, 1, numbers.Count);
        return true;
    }

    private static BoundingBox Around(List<double> numbers, int start, int end)
    {
        (double left, double top, double right, double bottom) = (numbers[start], numbers[start + 1], numbers[start], numbers[start + 1]);
        for (int index = start; index + 1 < end; index += 2)
        {
            (left, right) = (Math.Min(left, numbers[index]), Math.Max(right, numbers[index]));
            (top, bottom) = (Math.Min(top, numbers[index + 1]), Math.Max(bottom, numbers[index + 1]));
        }

        return BoxMath.Between(left, top, right, bottom);
    }

    /// <summary>Reads eight numbers, a name, and an optional difficulty.</summary>
    private void ReadDota(ReadOnlySpan<char> rest, ReadOnlySpan<char> content, string path, int line, List<YoloBox> boxes)
    {
        if (_numbers.Count != 8)
        {
            Leave(path, line, $"'{content[..Math.Min(content.Length, 80)]}' is neither a class and numbers nor eight numbers and a class");
            return;
        }

        int blank = rest.LastIndexOf(' ');
        ReadOnlySpan<char> name = blank > 0 && !rest[(blank + 1)..].ContainsAnyExceptInRange('0', '9') ? rest[..blank].Trim() : rest;
        boxes.Add(new YoloBox(name.ToString(), Around(_numbers, 0, 8), IsInPixels: true, line, keepsOutlines ? Points(0) : null));
    }

    /// <summary>Returns the numbers from an index on. Single precision is far finer than a pixel.</summary>
    private float[] Points(int start)
    {
        float[] points = new float[_numbers.Count - start];
        for (int index = 0; index < points.Length; index++)
        {
            points[index] = (float)_numbers[start + index];
        }

        return points;
    }

    private void Leave(string path, int line, string detail) => log.Add(YoloReasons.LineInvalid, path, line, detail);

    private static DatasetException NoNames(string path, int line) => new(
        "NoClassNames",
        DatasetErrorKind.InvalidData,
        $"'{path}', line {line}: no data.yaml, classes.txt or obj.names has names of classes. "
            + $"Give them with {Remedy.Of(RemedyAction.GiveClassNames)}.",
        path);
}
