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

        (double right, double bottom) = (BoxMath.Add(box.X, box.Width), BoxMath.Add(box.Y, box.Height));
        double beyond = Math.Max(Math.Max(-box.X, -box.Y), Math.Max(right - image.Width, bottom - image.Height));
        if (beyond <= 0)
        {
            return box;
        }

        BoundingBox clipped = BoxMath.Between(
            Math.Max(box.X, 0), Math.Max(box.Y, 0), Math.Min(right, image.Width), Math.Min(bottom, image.Height));
        double least = beyond <= Tolerance ? 0 : Tolerance;
        if (clipped.Width <= least || clipped.Height <= least)
        {
            log.Add(ConversionReasons.BoxOutside, path, line, $"{subject}: {Describe(box)} in an image of {image}");
            return null;
        }

        if (beyond > Tolerance)
        {
            log.Add(ConversionReasons.BoxClipped, path, line, $"{subject}: {Describe(box)} in an image of {image}");
        }

        return clipped;
    }

    private static string Describe(BoundingBox box) =>
        string.Create(CultureInfo.InvariantCulture, $"{box.Width} × {box.Height} at ({box.X}, {box.Y})");
}
