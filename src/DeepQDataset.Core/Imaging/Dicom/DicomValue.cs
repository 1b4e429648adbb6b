using System.Globalization;
using System.Text;

namespace DeepQDataset.Imaging.Dicom;

/// <summary>What the bytes of a value say (PS3.5 section 6.2).</summary>
internal static class DicomValue
{
    /// <summary>Takes the padding away: spaces and nulls behind, spaces before.</summary>
    public static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> value) => value.TrimEnd("\0 "u8).TrimStart((byte)' ');

    /// <summary>
    /// Returns a text without its padding, taken as Latin-1: right for codes, UIDs and numbers, whatever the specific character set.
    /// </summary>
    public static string ToText(ReadOnlySpan<byte> value) => Encoding.Latin1.GetString(Trim(value));

    /// <summary>Returns a number written as text (IS); null for anything else.</summary>
    public static int? ToInteger(ReadOnlySpan<byte> value) =>
        int.TryParse(Trim(value), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) ? number : null;

    /// <summary>Returns a decimal number written as text (DS), the first if there are several; null for anything else.</summary>
    public static double? ToDecimal(ReadOnlySpan<byte> value)
    {
        int end = value.IndexOf((byte)'\\');
        ReadOnlySpan<byte> first = Trim(end < 0 ? value : value[..end]);
        bool isNumber = double.TryParse(first, NumberStyles.Float, CultureInfo.InvariantCulture, out double number);
        return isNumber && double.IsFinite(number) ? number : null;
    }

    /// <summary>
    /// Returns a whole number that should be a US, the first if there are several. Some writers choose another representation for it.
    /// </summary>
    /// <param name="vr">The representation that is written; <see cref="ValueRepresentation.None"/> if none is.</param>
    /// <param name="value">The value's bytes.</param>
    /// <param name="encoding">How its numbers are written.</param>
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
