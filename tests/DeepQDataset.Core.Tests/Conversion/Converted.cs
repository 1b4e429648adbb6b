using System.Globalization;

namespace DeepQDataset.Core.Tests.Conversion;

/// <summary>Labels as short texts.</summary>
internal static class Converted
{
    /// <summary>
    /// <c>a.png: cat 1 2 3 4</c> for a box, <c>a.png: cat=1</c> for a class, <c>a.png: nothing</c> for an image that holds nothing,
    /// <c>a.png</c> for one without a label.
    /// </summary>
    public static string Text(DqLabel label)
    {
        if (label.Class is null)
        {
            return label.Image;
        }

        if (label.IsNegative)
        {
            return $"{label.Image}: nothing";
        }

        return label.Value is int value
            ? string.Create(CultureInfo.InvariantCulture, $"{label.Image}: {label.Class}={value}")
            : string.Create(CultureInfo.InvariantCulture, $"{label.Image}: {label.Class} {label.X} {label.Y} {label.Width} {label.Height}");
    }
}
