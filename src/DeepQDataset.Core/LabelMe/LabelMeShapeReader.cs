using System.Text;
using System.Text.Json;
using DeepQDataset.Json;
using DeepQDataset.Labels;
using DeepQDataset.Sources.Embedded;
using DeepQDataset.Text;

namespace DeepQDataset.LabelMe;

/// <summary>Reads the shapes of a LabelMe JSON.</summary>
/// <param name="json">The reader, shared with the reader of the rest of the file.</param>
/// <param name="keepsOutlines">Indicates whether the points of shapes and the locations of masks are kept.</param>
internal sealed class LabelMeShapeReader(JsonStreamReader json, bool keepsOutlines)
{
    // Labels repeat across the shapes of all files.
    private readonly NamePool _labels = new();
    private readonly List<LabelMeShape> _shapes = [];
    private readonly List<double> _corners = [];
    private EmbeddedImage? _pixels;
    private int _points;

    /// <summary>Gets the first reason why the shapes are not LabelMe's; null if they are.</summary>
    public LabelMeFault? Fault { get; private set; }

    /// <summary>Gets the fault of the first shape with invalid points; null if there is none.</summary>
    public LabelMeFault? GeometryFault { get; private set; }

    /// <summary>Gets the number of shapes with invalid points.</summary>
    public int BrokenShapes { get; private set; }

    /// <summary>Starts the next file.</summary>
    public void Reset()
    {
        _shapes.Clear();
        _points = 0;
        Fault = null;
        GeometryFault = null;
        BrokenShapes = 0;
    }

    /// <summary>Returns the shapes of the current file.</summary>
    public LabelMeShape[] Take() => _shapes.ToArray();

    /// <summary>Returns the location of the image in the current string; null if the string is empty.</summary>
    public static EmbeddedImage? ImageAt(JsonStreamReader json) => json.ValueLength == 0
        ? null
        : new EmbeddedImage(
            json.ValueOffset, json.ValueLength, !json.HasEscapes && !json.HasSpaces, json.CountLast((byte)'='), json.Place);

    /// <summary>Reads an array of shapes whose first token has been read.</summary>
    /// <returns>False if the text is not valid JSON, or a limit is exceeded.</returns>
    public bool Read()
    {
        while (json.Read())
        {
            if (json.TokenType == JsonTokenType.EndArray)
            {
                return true;
            }

            if (_shapes.Count == LabelMeReader.MaximumShapes)
            {
                Say(FormattableString.Invariant($"The file has more than {LabelMeReader.MaximumShapes} shapes."), json.Place);
                return false;
            }

            if (!ReadShape())
            {
                return false;
            }
        }

        return false;
    }

    private bool ReadShape()
    {
        JsonPlace place = json.Place;
        if (json.TokenType != JsonTokenType.StartObject)
        {
            Say("A shape is not an object with 'label' and 'points'.", place);
            return json.Skip();
        }

        string? label = null;
        string? type = null;
        bool isTypeRead = true;
        ShapePoints points = default;
        LabelMeFault? geometry = null;
        _corners.Clear();
        _pixels = null;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            bool isLabel = json.Is("label"u8);
            bool isType = json.Is("shape_type"u8);
            bool isPoints = json.Is("points"u8);
            bool isPixels = keepsOutlines && json.Is("mask"u8);
            if (!json.Read())
            {
                return false;
            }

            if (isPoints)
            {
                points = default;
                _corners.Clear();
                if (!ReadPoints(ref points, ref geometry))
                {
                    return false;
                }

                continue;
            }

            if (isLabel)
            {
                label = ReadLabel();
            }
            else if (isPixels)
            {
                _pixels = json.TokenType == JsonTokenType.String ? ImageAt(json) : null;
            }
            else if (isType)
            {
                isTypeRead = json.TokenType == JsonTokenType.Null || json.TryGetString(out type);
            }

            if (!json.Skip())
            {
                return false;
            }
        }

        if (json.Fault is not null || json.TokenType != JsonTokenType.EndObject)
        {
            return false;
        }

        if (string.IsNullOrEmpty(label) || label.Length > LabelMeReader.LongestLabel || !isTypeRead)
        {
            Say(
                label is null ? "A shape has no 'label' that is a text."
                    : label.Length == 0 ? "The 'label' of a shape is empty."
                    : label.Length > LabelMeReader.LongestLabel
                        ? FormattableString.Invariant($"The 'label' of a shape has more than {LabelMeReader.LongestLabel} characters.")
                    : "The 'shape_type' of a shape is not text.",
                place);
            return true;
        }

        Add(label, type, points, geometry, place);
        return true;
    }

    private void Add(string label, string? type, ShapePoints points, LabelMeFault? geometry, JsonPlace place)
    {
        LabelMeShapeKind kind = LabelMeShapeKinds.Of(type);
        label = Known(label);
        string name = type is null ? "polygon" : Known(type);
        if (geometry is null && !LabelMeShapeKinds.FitsCount(kind, points.Count))
        {
            string count = NameText.Count(points.Count, "point");
            geometry = new LabelMeFault(
                $"The {name} {FieldText.Quote(label)} has {count}; it needs {LabelMeShapeKinds.Count(kind)}.", place);
        }

        if (geometry is not null)
        {
            GeometryFault ??= geometry;
            BrokenShapes++;
        }

        BoundingBox box = geometry is null ? points.Box(kind) : default;
        _shapes.Add(new LabelMeShape(label, kind, name, points.Count, box, IsBroken: geometry is not null, place)
        {
            Corners = keepsOutlines ? _corners.ToArray() : null,
            Pixels = _pixels,
        });
    }

    /// <summary>Reads an array of points whose first token has been read.</summary>
    /// <returns>False if the text is not valid JSON, or a limit is exceeded.</returns>
    private bool ReadPoints(ref ShapePoints points, ref LabelMeFault? geometry)
    {
        if (json.TokenType != JsonTokenType.StartArray)
        {
            geometry ??= new LabelMeFault("The 'points' of a shape are not a list.", json.Place);
            return json.Skip();
        }

        while (json.Read())
        {
            if (json.TokenType == JsonTokenType.EndArray)
            {
                return true;
            }

            if (++_points > LabelMeReader.MaximumPoints)
            {
                Say(FormattableString.Invariant($"The file has more than {LabelMeReader.MaximumPoints} points."), json.Place);
                return false;
            }

            if (!ReadPoint(ref points, ref geometry))
            {
                return false;
            }
        }

        return false;
    }

    private bool ReadPoint(ref ShapePoints points, ref LabelMeFault? geometry)
    {
        if (json.TokenType != JsonTokenType.StartArray)
        {
            geometry ??= new LabelMeFault("A point is not a pair of numbers.", json.Place);
            return json.Skip();
        }

        Span<double> numbers = stackalloc double[2];
        int count = 0;
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            if (count < 2 && json.TryGetNumber(out double number))
            {
                numbers[count] = number;
            }
            else
            {
                geometry ??= new LabelMeFault(
                    count < 2 ? "A coordinate of a point is not a number, or one out of range." : "A point has more than two numbers.",
                    json.Place);
            }

            count++;
            if (!json.Skip())
            {
                return false;
            }
        }

        if (json.Fault is not null || json.TokenType != JsonTokenType.EndArray)
        {
            return false;
        }

        if (count < 2)
        {
            geometry ??= new LabelMeFault("A point has fewer than two numbers.", json.Place);
        }
        else
        {
            points.Add(numbers[0], numbers[1]);
            if (keepsOutlines)
            {
                _corners.AddRange(numbers);
            }
        }

        return true;
    }

    private string? ReadLabel() => json.TokenType == JsonTokenType.String && json.TryGetString(out string? label) ? label.Trim() : null;

    private string Known(string text) => _labels.Names[_labels.Intern(Encoding.UTF8.GetBytes(text))];

    private void Say(string message, JsonPlace place) => Fault ??= new LabelMeFault(message, place);
}
