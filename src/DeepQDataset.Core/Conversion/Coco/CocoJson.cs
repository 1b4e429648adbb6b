using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json;
using DeepQDataset.Json;
using DeepQDataset.Sources;

namespace DeepQDataset.Conversion.Coco;

/// <summary>
/// A COCO file token by token, in bounded memory. Single values are taken leniently where tools differ: ids are numbers or texts, truth is
/// 1 or <c>true</c>. What takes a value steps over it whatever it is.
/// </summary>
internal sealed class CocoJson : IDisposable
{
    /// <summary>The longest text that is read, in bytes: a mask's compressed counts, say. Longer ones are passed over.</summary>
    public const int LongestText = 16 * 1024 * 1024;

    private readonly JsonStreamReader _json = new(LongestText);
    private readonly Stream _stream;
    private readonly string _path;

    /// <summary>Starts at the beginning of a file.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">Access is denied.</exception>
    public CocoJson(AnnotationSource source, SourceEntry file, CancellationToken cancellation)
    {
        _path = source.PathOf(file);
        _stream = source.Source.Open(file);
        _json.Reset(_stream, cancellation);
    }

    /// <summary>What the last token is.</summary>
    public JsonTokenType TokenType => _json.TokenType;

    /// <summary>In how many objects and lists it lies; those that it starts or ends are not counted.</summary>
    public int Depth => _json.Depth;

    /// <summary>How many bytes of the file are behind.</summary>
    public long Position => _json.Position;

    /// <summary>The 1-based line that the token stands in.</summary>
    public int Line => _json.Place.Line;

    /// <summary>Goes to the next token.</summary>
    /// <returns>False at the end of the file.</returns>
    /// <exception cref="DatasetException">The file is no JSON: says where. Or its zip is damaged.</exception>
    public bool Read()
    {
        try
        {
            return _json.Read() || Ended();
        }
        catch (InvalidDataException exception)
        {
            throw ConversionErrors.Damaged(_path, exception);
        }
    }

    /// <summary>Goes to an object's next name.</summary>
    /// <returns>False where the object ends.</returns>
    /// <exception cref="DatasetException">The file is no JSON: says where. Or its zip is damaged.</exception>
    public bool ReadName() => Read() && TokenType == JsonTokenType.PropertyName;

    /// <summary>Goes to a list's next item.</summary>
    /// <returns>False where the list ends.</returns>
    /// <exception cref="DatasetException">The file is no JSON: says where. Or its zip is damaged.</exception>
    public bool ReadItem() => Read() && TokenType != JsonTokenType.EndArray;

    /// <summary>Whether the token is a name or string of just this text.</summary>
    public bool Is(ReadOnlySpan<byte> text) => _json.Is(text);

    /// <summary>Passes over the value that the token starts, or that follows the name it is.</summary>
    /// <exception cref="DatasetException">The file is no JSON: says where. Or its zip is damaged.</exception>
    public void Skip()
    {
        if (TokenType == JsonTokenType.PropertyName)
        {
            Read();
        }

        try
        {
            _ = _json.Skip() || Ended();
        }
        catch (InvalidDataException exception)
        {
            throw ConversionErrors.Damaged(_path, exception);
        }
    }

    /// <summary>Goes from a name into its list; passes over any other value.</summary>
    /// <returns>Whether there is a list.</returns>
    public bool TryEnterList()
    {
        Read();
        if (TokenType == JsonTokenType.StartArray)
        {
            return true;
        }

        Skip();
        return false;
    }

    /// <summary>An id as text; null for what is no id.</summary>
    public string? Id()
    {
        if (TokenType == JsonTokenType.Number
            && Utf8Parser.TryParse(_json.Value, out long whole, out int consumed) && consumed == _json.Value.Length)
        {
            return whole.ToString(CultureInfo.InvariantCulture);
        }

        return TokenType != JsonTokenType.Number ? Text()
            : Number() is double value && double.IsInteger(value) && Math.Abs(value) < 1e15
                ? ((long)value).ToString(CultureInfo.InvariantCulture)
            : null;
    }

    /// <summary>A text; null for anything else and for one that is longer than <see cref="LongestText"/>.</summary>
    public string? Text()
    {
        if (TokenType == JsonTokenType.String)
        {
            // Half a surrogate pair or invalid UTF-8 is no reason to give up: it is replaced.
            return _json.TryGetString(out string? text) ? text : _json.IsLong ? null : Encoding.UTF8.GetString(_json.Value);
        }

        Skip();
        return null;
    }

    /// <summary>A number; null for anything else.</summary>
    public double? Number()
    {
        if (_json.TryGetNumber(out double value))
        {
            return value;
        }

        Skip();
        return null;
    }

    /// <summary>Whether a value says yes.</summary>
    public bool Truth()
    {
        switch (TokenType)
        {
            case JsonTokenType.True:
                return true;
            case JsonTokenType.Number:
                return Number() is double value && value != 0;
            case JsonTokenType.String:
                return Is("1"u8) || Is("true"u8);
            default:
                Skip();
                return false;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _json.Dispose();
        _stream.Dispose();
    }

    /// <summary>There is no more: at the end, or where the file is no JSON.</summary>
    private bool Ended() => _json.Fault is JsonFault fault ? throw ConversionErrors.InvalidJson(_path, fault) : false;
}
