using System.Globalization;
using System.Text;

namespace DeepQDataset.Imaging.Dicom;

/// <summary>Reads the bytes of values (PS3.5 section 6.2).</summary>
internal static class DicomValue
{
    private const NumberStyles WholeNumber = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    /// <summary>Removes padding: trailing spaces and nulls, and leading spaces.</summary>
    public static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> value) => value.TrimEnd("\0 "u8).TrimStart((byte)' ');

    /// <summary>Returns a text without padding, read as Latin-1, which suits codes, UIDs and numbers in any character set.</summary>
    public static string ToText(ReadOnlySpan<byte> value) => Encoding.Latin1.GetString(Trim(value));

    /// <summary>
    /// A whole number written as text (IS), also as a decimal such as <c>2.0</c>, as some writers do; null for anything else.
    /// </summary>
    public static int? ToInteger(ReadOnlySpan<byte> value) =>
        decimal.TryParse(Trim(value), WholeNumber, CultureInfo.InvariantCulture, out decimal number)
        && decimal.IsInteger(number)
        && number is >= int.MinValue and <= int.MaxValue
            ? (int)number
            : null;

    /// <summary>Returns a decimal number that is written as text (DS), the first if there are several; null for any other value.</summary>
    public static double? ToDecimal(ReadOnlySpan<byte> value)
    {
        int end = value.IndexOf((byte)'\\');
        ReadOnlySpan<byte> first = Trim(end < 0 ? value : value[..end]);
        bool isNumber = double.TryParse(first, NumberStyles.Float, CultureInfo.InvariantCulture, out double number);
        return isNumber && double.IsFinite(number) ? number : null;
    }

    /// <summary>Returns an unsigned integer (US), the first if there are several. Some writers use another representation for it.</summary>
    /// <param name="vr">The written representation; <see cref="ValueRepresentation.None"/> if there is none.</param>
    /// <param name="value">The bytes of the value.</param>
    /// <param name="encoding">The encoding of the value.</param>
    /// <returns>The number; null if there is none.</returns>
    public static int? ToUnsigned(ushort vr, ReadOnlySpan<byte> value, DicomEncoding encoding)
    {
        if (vr is ValueRepresentation.IS or ValueRepresentation.DS)
        {
            return ToInteger(value);
        }

        if (vr is ValueRepresentation.UL or ValueRepresentation.SL && value.Length >= sizeof(int))
        {
            return (int)Math.Min(int.MaxValue, encoding.ReadUInt32(value));
        }

        return value.Length >= sizeof(ushort) ? encoding.ReadUInt16(value) : null;
    }
}
