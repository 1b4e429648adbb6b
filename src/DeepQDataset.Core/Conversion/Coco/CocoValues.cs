using System.Globalization;
using System.Text;
using System.Text.Json;

namespace DeepQDataset.Conversion.Coco;

/// <summary>Takes single values from COCO, leniently where tools differ: ids are numbers or texts, truth is 1 or <c>true</c>.</summary>
internal static class CocoValues
{
    /// <summary>An id as text; null for what is no id. Steps over the value.</summary>
    public static string? Id(JsonChunkReader json, ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Number when reader.TryGetInt64(out long whole):
                return whole.ToString(CultureInfo.InvariantCulture);
            case JsonTokenType.Number when reader.TryGetDouble(out double value) && double.IsInteger(value) && Math.Abs(value) < 1e15:
                return ((long)value).ToString(CultureInfo.InvariantCulture);
            case JsonTokenType.String:
                return Text(ref reader);
            default:
                json.Skip(ref reader);
                return null;
        }
    }

    /// <summary>A text; null for anything else. Steps over the value.</summary>
    public static string? Text(JsonChunkReader json, ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            return Text(ref reader);
        }

        json.Skip(ref reader);
        return null;
    }

    /// <summary>A number; null for anything else. Steps over the value.</summary>
    public static double? Number(JsonChunkReader json, ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetDouble(out double value))
        {
            return value;
        }

        json.Skip(ref reader);
        return null;
    }

    /// <summary>Whether a value says yes. Steps over it.</summary>
    public static bool Truth(JsonChunkReader json, ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.True:
                return true;
            case JsonTokenType.Number:
                return reader.TryGetDouble(out double value) && value != 0;
            case JsonTokenType.String:
                return reader.ValueTextEquals("1"u8) || reader.ValueTextEquals("true"u8);
            default:
                json.Skip(ref reader);
                return false;
        }
    }

    /// <summary>Half a surrogate pair or invalid UTF-8 is no reason to give up: it is replaced.</summary>
    private static string Text(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return Encoding.UTF8.GetString(reader.ValueSpan);
        }
    }
}
