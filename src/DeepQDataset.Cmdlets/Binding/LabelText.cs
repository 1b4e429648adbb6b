using System.Globalization;

namespace DeepQDataset.Commands.Binding;

/// <summary>Reads the values of labels that come as text, strictly: empty is null, a decimal point is a point, and nothing is guessed.</summary>
/// <param name="number">The label's number in the pipeline, from 1, for messages.</param>
/// <param name="image">Its image, for messages.</param>
internal readonly struct LabelText(long number, string image)
{
    /// <summary>Text; null when empty.</summary>
    public static string? Text(string? text) => string.IsNullOrEmpty(text) ? null : text;

    /// <summary>A whole number; null when empty.</summary>
    /// <exception cref="DatasetException">The text is none.</exception>
    public int? Integer(string? text, string field) => string.IsNullOrEmpty(text)
        ? null
        : int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value)
            ? value
            : throw Invalid(text, field, "no whole number");

    /// <summary>A finite number; null when empty.</summary>
    /// <exception cref="DatasetException">The text is none.</exception>
    public double? Number(string? text, string field)
    {
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        return string.IsNullOrEmpty(text)
            ? null
            : double.TryParse(text, Style, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value)
                ? value
                : throw Invalid(text, field, "no number with a decimal point");
    }

    private DatasetException Invalid(string text, string field, string problem) => new(
        "InvalidLabelValue",
        DatasetErrorKind.InvalidData,
        FormattableString.Invariant($"Label {number} (image '{image}'): {field} is '{text}', which is {problem}."),
        image);
}
