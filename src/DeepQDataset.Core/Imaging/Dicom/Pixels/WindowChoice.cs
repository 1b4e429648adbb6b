using System.Globalization;

namespace DeepQDataset.Imaging.Dicom.Pixels;

/// <summary>Represents the choice of the values to show between black and white.</summary>
/// <param name="Kind">The source of the window.</param>
/// <param name="Fixed">The window, if it is given.</param>
internal readonly record struct WindowChoice(WindowChoiceKind Kind, DisplayWindow Fixed)
{
    /// <summary>Parses <c>FromFile</c>, <c>MinMax</c>, or a center and a width such as <c>40,400</c> in invariant culture.</summary>
    /// <param name="text">The text.</param>
    /// <param name="choice">The choice.</param>
    /// <returns>False if the text is invalid.</returns>
    public static bool TryParse(string? text, out WindowChoice choice)
    {
        choice = default;
        string trimmed = (text ?? "").Trim();
        if (trimmed.Equals(nameof(WindowChoiceKind.FromFile), StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        if (trimmed.Equals(nameof(WindowChoiceKind.MinMax), StringComparison.OrdinalIgnoreCase))
        {
            choice = new WindowChoice(WindowChoiceKind.MinMax, default);
            return true;
        }

        string[] numbers = trimmed.Split(',');
        if (numbers.Length != 2
            || !double.TryParse(numbers[0], NumberStyles.Float, CultureInfo.InvariantCulture, out double center)
            || !double.TryParse(numbers[1], NumberStyles.Float, CultureInfo.InvariantCulture, out double width))
        {
            return false;
        }

        DisplayWindow window = new(center, width, VoiFunction.Linear);
        choice = new WindowChoice(WindowChoiceKind.Fixed, window);
        return window.IsValid;
    }
}
