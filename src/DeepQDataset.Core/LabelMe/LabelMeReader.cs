using System.Text.Json;
using DeepQDataset.Json;
using DeepQDataset.Sources.Embedded;

namespace DeepQDataset.LabelMe;

/// <summary>
/// Reads LabelMe JSON files, versions 3 to 7, in one pass and bounded memory, independent of the size of the image. Does not throw for bad
/// content. Not safe for use by several threads.
/// </summary>
internal sealed class LabelMeReader : IDisposable
{
    /// <summary>The maximum number of shapes in a file.</summary>
    public const int MaximumShapes = 100_000;

    /// <summary>The maximum number of points in a file.</summary>
    public const int MaximumPoints = 10_000_000;

    /// <summary>The maximum number of flags in a file.</summary>
    public const int MaximumFlags = 10_000;

    /// <summary>The maximum number of characters of a label or flag.</summary>
    public const int LongestLabel = 1000;

    private readonly JsonStreamReader _json = new();
    private readonly LabelMeShapeReader _shapes;
    private FileContent _content = new();

    /// <summary>Initializes a new instance of the <see cref="LabelMeReader"/> class.</summary>
    /// <param name="keepsOutlines">Indicates whether the points of shapes and the locations of masks are kept.</param>
    public LabelMeReader(bool keepsOutlines = false) => _shapes = new LabelMeShapeReader(_json, keepsOutlines);

    /// <summary>Reads a file.</summary>
    /// <param name="stream">The content.</param>
    /// <param name="cancellation">The token to monitor for cancellation requests while reading.</param>
    /// <exception cref="IOException">The stream could not be read.</exception>
    /// <exception cref="InvalidDataException">The decompression of the stream failed.</exception>
    public LabelMeFile Read(Stream stream, CancellationToken cancellation)
    {
        _json.Reset(stream, cancellation);
        _shapes.Reset();
        _content = new FileContent();
        if (ReadRoot() && _json.Fault is null)
        {
            CheckKeys();
        }

        LabelMeFault? fault = _content.Fault;
        if (_json.Fault is JsonFault json)
        {
            // The rest of the file is unreliable, so this is the reason to report.
            fault = new LabelMeFault($"The file is not JSON: {json.Message}.", json.Place);
        }

        return new LabelMeFile
        {
            Version = _content.Version,
            ImagePath = _content.ImagePath,
            ImagePathPlace = _content.ImagePathPlace,
            ImagePathText = _content.ImagePathText,
            ImageData = _content.ImageData,
            ImageWidth = _content.ImageWidth,
            ImageHeight = _content.ImageHeight,
            ImageSizePlace = _content.ImageSizePlace,
            Shapes = _shapes.Take(),
            Flags = _content.Flags.ToArray(),
            HasKeys = (_content.Seen & (Key.Shapes | Key.ImagePath | Key.ImageData)) != Key.Other,
            Fault = fault ?? _shapes.Fault,
            GeometryFault = _shapes.GeometryFault,
            BrokenShapes = _shapes.BrokenShapes,
        };
    }

    /// <inheritdoc/>
    public void Dispose() => _json.Dispose();

    /// <summary>Reads the root object.</summary>
    /// <returns>True if it was read completely.</returns>
    private bool ReadRoot()
    {
        if (!_json.Read())
        {
            return false;
        }

        if (_json.TokenType != JsonTokenType.StartObject)
        {
            JsonPlace place = _json.Place;
            Say("The JSON is not an object with the keys 'shapes' and 'imagePath', as LabelMe writes it.", place);
            _ = _json.Skip() && _json.Read();
            return false;
        }

        while (_json.Read() && _json.TokenType == JsonTokenType.PropertyName)
        {
            JsonPlace name = _json.Place;
            Key key = KeyOf();
            if (key != Key.Other && _content.Seen.HasFlag(key))
            {
                Say($"The key '{KeyName(key)}' occurs twice.", name);
            }

            _content.Seen |= key;
            if (!_json.Read() || !ReadValue(key))
            {
                return false;
            }
        }

        return _json.Fault is null && !_json.Read();
    }

    private bool ReadValue(Key key)
    {
        switch (key)
        {
            case Key.Shapes:
                return ReadShapes();
            case Key.Flags:
                return ReadFlags();
            case Key.Version:
                _content.Version = _json.TryGetString(out string? version) ? version : null;
                break;
            case Key.ImagePath:
                ReadImagePath();
                break;
            case Key.ImageData:
                ReadImageData();
                break;
            case Key.ImageWidth:
                _content.ImageSizePlace = _json.Place;
                _content.ImageWidth = ReadSize();
                break;
            case Key.ImageHeight:
                _content.ImageSizePlace ??= _json.Place;
                _content.ImageHeight = ReadSize();
                break;
        }

        return _json.Skip();
    }

    private bool ReadShapes()
    {
        if (_json.TokenType != JsonTokenType.StartArray)
        {
            Say("The value of 'shapes' is not a list.", _json.Place);
            return _json.Skip();
        }

        return _shapes.Read();
    }

    /// <summary>Reads flags: an object of names and whether they are set, or a list of the flags that are set.</summary>
    private bool ReadFlags()
    {
        if (_json.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray or JsonTokenType.Null))
        {
            Say("The value of 'flags' is neither an object nor a list.", _json.Place);
        }

        if (_json.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
        {
            return _json.Skip();
        }

        int depth = _json.Depth;
        string? name = null;
        while (_json.Read())
        {
            switch (_json.TokenType)
            {
                case JsonTokenType.EndObject or JsonTokenType.EndArray when _json.Depth == depth:
                    return true;
                case JsonTokenType.PropertyName:
                    name = _json.TryGetString(out string? key) ? key : "";
                    break;
                case JsonTokenType.True when name is not null:
                    AddFlag(name);
                    break;
                case JsonTokenType.String when name is null && _json.TryGetString(out string? flag):
                    AddFlag(flag);
                    break;
                case JsonTokenType.StartObject or JsonTokenType.StartArray when !_json.Skip():
                    return false;
            }
        }

        return false;
    }

    private void AddFlag(string name)
    {
        string flag = name.Trim();
        if (flag.Length > LongestLabel || _content.Flags.Count == MaximumFlags)
        {
            Say(
                FormattableString.Invariant(
                    $"A flag has more than {LongestLabel} characters, or the image more than {MaximumFlags} flags."),
                _json.Place);
        }
        else if (flag.Length > 0)
        {
            _content.Flags.Add(flag);
        }
    }

    private void ReadImagePath()
    {
        JsonPlace place = _json.Place;
        _content.ImagePathPlace = place;
        if (_json.TryGetString(out string? path))
        {
            _content.ImagePath = path;
            _content.ImagePathText = (_json.ValueOffset, _json.ValueLength);
        }
        else
        {
            Say("The value of 'imagePath' is not text.", place);
        }
    }

    private void ReadImageData()
    {
        if (_json.TokenType == JsonTokenType.String)
        {
            _content.ImageData = LabelMeShapeReader.ImageAt(_json);
        }
        else if (_json.TokenType != JsonTokenType.Null)
        {
            Say("The value of 'imageData' is neither text nor null.", _json.Place);
        }
    }

    private double? ReadSize() => _json.TokenType == JsonTokenType.Null ? null : _json.TryGetNumber(out double size) ? size : double.NaN;

    private void CheckKeys()
    {
        if (!_content.Seen.HasFlag(Key.Shapes))
        {
            Say("The key 'shapes' is missing.", null);
        }
        else if (!_content.Seen.HasFlag(Key.ImagePath))
        {
            Say("The key 'imagePath' is missing.", null);
        }
    }

    private void Say(string message, JsonPlace? place) => _content.Fault ??= new LabelMeFault(message, place);

    private Key KeyOf() => _json.Is("shapes"u8) ? Key.Shapes
        : _json.Is("imageData"u8) ? Key.ImageData
        : _json.Is("imagePath"u8) ? Key.ImagePath
        : _json.Is("flags"u8) ? Key.Flags
        : _json.Is("imageWidth"u8) ? Key.ImageWidth
        : _json.Is("imageHeight"u8) ? Key.ImageHeight
        : _json.Is("version"u8) ? Key.Version
        : Key.Other;

    private static string KeyName(Key key) => $"{char.ToLowerInvariant(key.ToString()[0])}{key.ToString()[1..]}";

    [Flags]
    private enum Key
    {
        Other = 0,
        Shapes = 1,
        ImageData = 2,
        ImagePath = 4,
        Flags = 8,
        ImageWidth = 16,
        ImageHeight = 32,
        Version = 64,
    }

    /// <summary>Holds the content read so far.</summary>
    private sealed class FileContent
    {
        public Key Seen { get; set; }

        public string? Version { get; set; }

        public string? ImagePath { get; set; }

        public JsonPlace? ImagePathPlace { get; set; }

        public (long Offset, long Length) ImagePathText { get; set; }

        public EmbeddedImage? ImageData { get; set; }

        public double? ImageWidth { get; set; }

        public double? ImageHeight { get; set; }

        public JsonPlace? ImageSizePlace { get; set; }

        public List<string> Flags { get; } = [];

        public LabelMeFault? Fault { get; set; }
    }
}
