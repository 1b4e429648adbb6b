using System.Globalization;
using DeepQDataset.Labels;

namespace DeepQDataset.Conversion;

/// <summary>Fits boxes into their images and tells of each that had to be changed or left out. Decimals are kept.</summary>
/// <param name="log">Told of them.</param>
internal sealed class BoxFitter(ConversionLog log)
{
    /// <summary>What a box may reach beyond its image without being told of, in pixels: rounding of numbers in text does that.</summary>
    public const double Tolerance = 0.01;

    /// <summary>Fits a box.</summary>
    /// <param name="box">The box in pixels.</param>
    /// <param name="size">The image's size; null where it is not known, and nothing is clipped then.</param>
    /// <param name="path">The file it stands in, for messages.</param>
    /// <param name="line">The line there.</param>
    /// <param name="subject">What it is about, such as <c>'cat' in a.png</c>, for messages.</param>
    /// <returns>The box; null when nothing is left of it.</returns>
    public BoundingBox? Fit(BoundingBox box, ImageSize? size, string path, int? line, string subject)
    {
        if (!double.IsFinite(box.X) || !double.IsFinite(box.Y) || !(box.Width > 0 && box.Height > 0)
            || !double.IsFinite(box.X + box.Width) || !double.IsFinite(box.Y + box.Height))
        {
            log.Add(ConversionReasons.BoxDegenerate, path, line, $"{subject}: {Describe(box)}");
            return null;
        }

        if (size is not ImageSize image)
        {
            return box;
        }

        double left = Math.Max(box.X, 0);
        double top = Math.Max(box.Y, 0);
        double right = Math.Min(box.X + box.Width, image.Width);
        double bottom = Math.Min(box.Y + box.Height, image.Height);
        if (left == box.X && top == box.Y && right == box.X + box.Width && bottom == box.Y + box.Height)
        {
            return box;
        }

        bool isRounding = left - box.X <= Tolerance && top - box.Y <= Tolerance
            && box.X + box.Width - right <= Tolerance && box.Y + box.Height - bottom <= Tolerance;
        if (right - left <= 0 || bottom - top <= 0 || (!isRounding && (right - left < Tolerance || bottom - top < Tolerance)))
        {
            log.Add(ConversionReasons.BoxOutside, path, line, $"{subject}: {Describe(box)} in an image of {image}");
            return null;
        }

        // Sides that were not cut keep their numbers, free of the noise of adding and taking off again.
        BoundingBox fitted = new(
            left,
            top,
            left == box.X && right == box.X + box.Width ? box.Width : right - left,
            top == box.Y && bottom == box.Y + box.Height ? box.Height : bottom - top);
        if (!isRounding)
        {
            log.Add(ConversionReasons.BoxClipped, path, line, $"{subject}: {Describe(box)} in an image of {image}");
        }

        return fitted;
    }

    private static string Describe(BoundingBox box) =>
        string.Create(CultureInfo.InvariantCulture, $"{box.Width} × {box.Height} at ({box.X}, {box.Y})");
}
