using DeepQDataset.Imaging;
using DeepQDataset.Labels;

namespace DeepQDataset.Rules.Labels;

/// <summary>Represents the frame in which editions of the platform judge boxes.</summary>
internal sealed class BoxFrame
{
    private readonly double _tolerance;
    private readonly bool _isTurned;

    private BoxFrame(EditionSet editions, double tolerance, bool isTurned)
    {
        Editions = editions;
        _tolerance = tolerance;
        _isTurned = isTurned;
    }

    /// <summary>
    /// Gets the guides before 3.0 say nothing of boxes that reach beyond: half a pixel is let pass, and a box that fits the image as stored
    /// or as EXIF turns it.
    /// </summary>
    public static BoxFrame Before30 { get; } = new(EditionSet.Before30, tolerance: 0.5, isTurned: false);

    /// <summary>Gets the reader of edition 3.0 turns the image first, and takes no excess at all.</summary>
    public static BoxFrame Edition30 { get; } = new(EditionSet.Edition30, tolerance: 0, isTurned: true);

    /// <summary>Gets the editions that judge so.</summary>
    public EditionSet Editions { get; }

    /// <summary>
    /// Gets a value that indicates whether boxes of the class <see cref="NegativeClass.Alias"/> do not count, since they are dropped
    /// (DQ529).
    /// </summary>
    public bool SkipsAlias => _isTurned;

    /// <summary>Returns the size of an image in pixels in which its boxes lie.</summary>
    public (int Width, int Height) SizeOf(ImageHeader header) => _isTurned ? header.UprightSize : (header.Width, header.Height);

    /// <summary>Determines whether a box lies in its image. Its far edges are sums in double precision, as the reader's are.</summary>
    public bool Fits(BoundingBox box, ImageHeader header)
    {
        (int width, int height) = SizeOf(header);
        (int turnedWidth, int turnedHeight) = header.UprightSize;
        return Fits(box, width, height) || (!_isTurned && turnedWidth != width && Fits(box, turnedWidth, turnedHeight));
    }

    /// <summary>Determines whether a box has no pixel in common with its image.</summary>
    public static bool IsOutside(BoundingBox box, int width, int height) =>
        box.X >= width || box.Y >= height || box.X + box.Width <= 0 || box.Y + box.Height <= 0;

    private bool Fits(BoundingBox box, int width, int height) =>
        !IsOutside(box, width, height)
        && box.X >= -_tolerance
        && box.Y >= -_tolerance
        && box.X + box.Width <= width + _tolerance
        && box.Y + box.Height <= height + _tolerance;
}
