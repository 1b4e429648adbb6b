using System.Collections;
using System.Globalization;
using DeepQDataset.Conversion.MaskImages;

namespace DeepQDataset.Commands.Binding;

/// <summary>Reads the table that maps pixel values of masks to classes.</summary>
internal static class ValueClasses
{
    private const int LargestGrey = ushort.MaxValue;

    /// <summary>Reads the table.</summary>
    /// <param name="table">The table. Keys are integers, or colours such as <c>#FF0000</c>; an empty class means no class.</param>
    /// <exception cref="DatasetException">A key is neither.</exception>
    public static Dictionary<int, string> Read(IDictionary table)
    {
        Dictionary<int, string> classes = [];
        foreach (DictionaryEntry entry in table)
        {
            string key = Convert.ToString(entry.Key, CultureInfo.InvariantCulture)!.Trim();
            classes[ValueOf(key)] = Convert.ToString(entry.Value, CultureInfo.InvariantCulture)?.Trim() ?? "";
        }

        return classes;
    }

    private static int ValueOf(string key)
    {
        if (int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out int value) && value <= LargestGrey)
        {
            return value;
        }

        if (key.Length == 7 && key[0] == '#'
            && int.TryParse(key.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int color))
        {
            return MaskImageOptions.ColorValue((byte)(color >> 16), (byte)(color >> 8), (byte)color);
        }

        throw new DatasetException(
            "ClassMapKey", DatasetErrorKind.InvalidArgument,
            FormattableString.Invariant($"'{key}' in -ClassMap is neither a value from 0 to {LargestGrey} nor a colour such as #FF0000."));
    }
}
