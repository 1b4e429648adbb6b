using System.Buffers.Text;
using System.Globalization;
using System.Text.Json;
using DeepQDataset.Json;
using DeepQDataset.Sources;

namespace DeepQDataset.Conversion.Coco;

/// <summary>
/// Reads a COCO file token by token in bounded memory. Values are read leniently where tools differ: ids are numbers or strings, true is 1
/// or <c>true</c>. Methods that read a value always move past it.
/// </summary>
internal sealed class CocoJson : IDisposable
{
    /// <summary>The maximum length of a string, in bytes, such as the compressed counts of a mask. Longer strings are skipped.</summary>
    public const int LongestText = 16 * 1024 * 1024;

    private readonly JsonStreamReader _json = new(LongestText);
    private readonly Stream _stream;
    private readonly string _path;

    /// <summary>Initializes a new instance of the <see cref="CocoJson"/> class at the start of a file.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">Access is denied.</exception>
    public CocoJson(AnnotationSource source, SourceEntry file, CancellationToken cancellation)
    {
        _path = source.PathOf(file);
        _stream = source.Source.Open(file);
        _json.Reset(_stream, cancellation);
    }

    /// <summary>Gets the type of the current token.</summary>
    public JsonTokenType TokenType => _json.TokenType;

    /// <summary>Gets the depth of the current token in objects and arrays, not counting those that it starts or ends.</summary>
    public int Depth => _json.Depth;

    /// <summary>Gets the number of bytes read.</summary>
    public long Position => _json.Position;

    /// <summary>Gets the 1-based line of the current token.</summary>
    public int Line => _json.Place.Line;

    /// <summary>Reads the next token.</summary>
    /// <returns>False at the end of the file.</returns>
    /// <exception cref="DatasetException">The file is not valid JSON, or its zip is damaged.</exception>
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

    /// <summary>Reads the next property name of an object.</summary>
    /// <returns>False at the end of the object.</returns>
    /// <exception cref="DatasetException">The file is not valid JSON, or its zip is damaged.</exception>
    public bool ReadName() => Read() && TokenType == JsonTokenType.PropertyName;

    /// <summary>Reads the next item of an array.</summary>
    /// <returns>False at the end of the array.</returns>
    /// <exception cref="DatasetException">The file is not valid JSON, or its zip is damaged.</exception>
    public bool ReadItem() => Read() && TokenType != JsonTokenType.EndArray;

    /// <summary>Determines whether the current token is a property name or string with this text.</summary>
    public bool Is(ReadOnlySpan<byte> text) => _json.Is(text);

    /// <summary>Skips the current value, or the value of the current property.</summary>
    /// <exception cref="DatasetException">The file is not valid JSON, or its zip is damaged.</exception>
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

    /// <summary>Moves from a property name into its array; skips any other value.</summary>
    /// <returns>True if the value is an array.</returns>
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

    /// <summary>Reads an id as text; null if the value is not an id.</summary>
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

    /// <summary>
    /// A text; null for anything else, for one that is longer than <see cref="LongestText"/>, and for one with half a surrogate pair.
    /// </summary>
    public string? Text()
    {
        if (TokenType == JsonTokenType.String)
        {
            return _json.TryGetString(out string? text) ? text : null;
        }

        Skip();
        return null;
    }

    /// <summary>Reads a number; null for any other value.</summary>
    public double? Number()
    {
        if (_json.TryGetNumber(out double value))
        {
            return value;
        }

        Skip();
        return null;
    }

    /// <summary>Reads a value as true or false.</summary>
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

    /// <summary>Returns false at the end of the file. Throws an exception if the file is not valid JSON.</summary>
    private bool Ended() => _json.Fault is JsonFault fault ? throw ConversionErrors.InvalidJson(_path, fault) : false;
}
