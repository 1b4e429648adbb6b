using System.Text.Json;
using DeepQDataset.Labels;

namespace DeepQDataset.Conversion.Coco;

/// <summary>
/// Reads <c>bbox</c> and <c>segmentation</c> of an annotation: polygons, or a mask in run lengths, as a list or compressed. Only the
/// bounding box of an outline is kept, unless the outline is needed. One instance is reused for all annotations.
/// </summary>
/// <param name="keepsOutlines">Indicates whether outlines are kept.</param>
internal sealed class OutlineReader(bool keepsOutlines = false)
{
    private static readonly string TooManyRuns = FormattableString.Invariant($"its mask has more than {RunLengths.Most} runs");

    private readonly double[] _numbers = new double[4];
    private readonly List<long> _runs = [];
    private readonly List<double[]> _rings = [];
    private readonly List<double> _ring = [];

    /// <summary>Gets the last outline; null if there was none, it was invalid, or outlines are not kept.</summary>
    public Outline? Outline { get; private set; }

    /// <summary>Reads a box and moves past the value.</summary>
    /// <param name="json">The file, at the value.</param>
    /// <param name="box">The box; null if there is none.</param>
    /// <returns>The reason why it is invalid; null if it is valid.</returns>
    public string? ReadBox(CocoJson json, out BoundingBox? box)
    {
        box = null;
        if (json.TokenType != JsonTokenType.StartArray)
        {
            bool isNull = json.TokenType == JsonTokenType.Null;
            json.Skip();
            return isNull ? null : "its bbox is not a list";
        }

        int count = 0;
        bool areNumbers = true;
        while (json.ReadItem())
        {
            double? number = json.Number();
            areNumbers &= number is not null;
            if (count < 4)
            {
                _numbers[count] = number ?? 0;
            }

            count++;
        }

        if (count == 4 && areNumbers)
        {
            box = new BoundingBox(_numbers[0], _numbers[1], _numbers[2], _numbers[3]);
        }

        return box is not null || count == 0 ? null
            : areNumbers ? FormattableString.Invariant($"its bbox has {count} numbers, not 4")
                : "its bbox holds something other than numbers";
    }

    /// <summary>Reads an outline and moves past the value.</summary>
    /// <param name="json">The file, at the value.</param>
    /// <param name="box">The bounding box; null if there is none.</param>
    /// <returns>The reason why it is invalid; null if it is valid.</returns>
    public string? ReadOutline(CocoJson json, out BoundingBox? box)
    {
        box = null;
        Outline = null;
        switch (json.TokenType)
        {
            case JsonTokenType.StartArray:
                return ReadPolygons(json, out box);
            case JsonTokenType.StartObject:
                return ReadMask(json, out box);
            default:
                bool isNull = json.TokenType == JsonTokenType.Null;
                json.Skip();
                return isNull ? null : "its segmentation is neither polygons nor a mask";
        }
    }

    /// <summary>Reads polygons as lists of x, y, x, y …. A tool may omit the outer list around a single polygon.</summary>
    private string? ReadPolygons(CocoJson json, out BoundingBox? box)
    {
        box = null;
        int depth = json.Depth;
        int count = 0;
        string? fault = null;
        (double left, double top) = (double.PositiveInfinity, double.PositiveInfinity);
        (double right, double bottom) = (double.NegativeInfinity, double.NegativeInfinity);
        bool isAny = false;
        _rings.Clear();
        _ring.Clear();
        while (json.Read() && json.Depth > depth)
        {
            if (json.TokenType == JsonTokenType.Number && json.Number() is double value)
            {
                isAny = true;
                Keep(value);
                (left, right) = count % 2 == 0 ? (Math.Min(left, value), Math.Max(right, value)) : (left, right);
                (top, bottom) = count % 2 == 1 ? (Math.Min(top, value), Math.Max(bottom, value)) : (top, bottom);
                count++;
            }
            else if (json.TokenType is JsonTokenType.StartArray or JsonTokenType.EndArray)
            {
                fault ??= count % 2 == 1 ? "a polygon has an odd count of numbers" : null;
                count = 0;
                EndRing();
            }
            else
            {
                fault ??= "a polygon holds something other than numbers";
            }
        }

        fault ??= count % 2 == 1 ? "a polygon has an odd count of numbers" : null;
        EndRing();
        if (fault is null && isAny)
        {
            Outline = keepsOutlines ? new PolygonOutline(_rings.ToArray()) : null;
            box = BoxMath.Between(left, top, right, bottom);
        }

        return fault;
    }

    private void Keep(double number)
    {
        if (keepsOutlines)
        {
            _ring.Add(number);
        }
    }

    private void EndRing()
    {
        if (_ring.Count > 0)
        {
            _rings.Add(_ring.ToArray());
            _ring.Clear();
        }
    }

    private string? ReadMask(CocoJson json, out BoundingBox? box)
    {
        box = null;
        (double height, double width) = (0, 0);
        string? fault = null;
        bool hasCounts = false;
        _runs.Clear();
        while (json.ReadName())
        {
            if (json.Is("size"u8))
            {
                json.Read();
                string? sizeFault = ReadSize(json, out height, out width);
                fault ??= sizeFault;
            }
            else if (json.Is("counts"u8))
            {
                json.Read();
                hasCounts = true;
                string? countsFault = ReadRuns(json);
                fault ??= countsFault;
            }
            else
            {
                json.Skip();
            }
        }

        if (fault is null && hasCounts)
        {
            if (!RunLengths.TryGetBox(_runs, (long)height, (long)width, out BoundingBox around))
            {
                return FormattableString.Invariant($"the runs of its mask do not fit the size {width} × {height}");
            }

            box = around;
            Outline = keepsOutlines ? new RunOutline(_runs.ToArray(), (int)width, (int)height) : null;
        }

        return fault;
    }

    private static string? ReadSize(CocoJson json, out double height, out double width)
    {
        (height, width) = (0, 0);
        int count = 0;
        if (json.TokenType == JsonTokenType.StartArray)
        {
            while (json.ReadItem())
            {
                double number = json.Number() ?? 0;
                (height, width) = count++ == 0 ? (number, width) : (height, number);
            }
        }
        else
        {
            json.Skip();
        }

        return count == 2 && height is >= 1 and <= int.MaxValue && width is >= 1 and <= int.MaxValue ? null
            : "the size of its mask is not a height and width";
    }

    private string? ReadRuns(CocoJson json)
    {
        _runs.Clear();
        if (json.TokenType == JsonTokenType.String)
        {
            return json.Text() is not string text ? "the compressed counts of its mask are longer than 16 MiB"
                : RunLengths.TryDecode(text, _runs) ? null
                : _runs.Count == RunLengths.Most ? TooManyRuns
                : "the compressed counts of its mask cannot be read";
        }

        if (json.TokenType != JsonTokenType.StartArray)
        {
            json.Skip();
            return "the counts of its mask are neither a list nor a text";
        }

        string? fault = null;
        while (json.ReadItem())
        {
            double? number = json.Number();
            if (number is not (>= 0 and <= long.MaxValue / 2) || !double.IsInteger(number.Value))
            {
                fault ??= "the counts of its mask are not whole numbers";
            }
            else if (_runs.Count == RunLengths.Most)
            {
                fault ??= TooManyRuns;
            }
            else
            {
                _runs.Add((long)number);
            }
        }

        return fault;
    }
}
