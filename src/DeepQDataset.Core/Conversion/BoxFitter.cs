using System.Globalization;
using DeepQDataset.Labels;

namespace DeepQDataset.Conversion;

/// <summary>Clips boxes to their images and reports each box that was changed or left out. Decimals are kept.</summary>
/// <param name="log">Receives those boxes.</param>
internal sealed class BoxFitter(ConversionLog log)
{
    /// <summary>The tolerance in pixels by which a box may exceed its image without a report, since numbers in text are rounded.</summary>
    public const double Tolerance = 0.01;

    /// <summary>Clips a box to its image.</summary>
    /// <param name="box">The box in pixels.</param>
    /// <param name="size">The size of the image; null if it is unknown, in which case nothing is clipped.</param>
    /// <param name="path">The file that contains the box, for messages.</param>
    /// <param name="line">The line in that file.</param>
    /// <param name="subject">The description of the box, such as <c>'cat' in a.png</c>, for messages.</param>
    /// <returns>The box; null if nothing is left of it.</returns>
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
