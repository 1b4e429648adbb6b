using DeepQDataset.Imaging;
using DeepQDataset.Labels;

namespace DeepQDataset.Rules.Labels;

/// <summary>Represents the bounds against which editions of the platform check boxes.</summary>
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
    /// Gets the bounds before 3.0. The guides do not mention boxes that exceed the image: half a pixel is tolerated, and a box may fit the
    /// image as stored or after orientation.
    /// </summary>
    public static BoxFrame Before30 { get; } = new(EditionSet.Before30, tolerance: 0.5, isTurned: false);

    /// <summary>Gets the bounds in edition 3.0, whose reader applies the orientation first and tolerates no excess.</summary>
    public static BoxFrame Edition30 { get; } = new(EditionSet.Edition30, tolerance: 0, isTurned: true);

    /// <summary>Gets the editions with these bounds.</summary>
    public EditionSet Editions { get; }

    /// <summary>
    /// Gets a value that indicates whether boxes of the class <see cref="NegativeClass.Alias"/> are skipped, since they are dropped
    /// (DQ529).
    /// </summary>
    public bool SkipsAlias => _isTurned;

    /// <summary>Returns the size of an image in pixels that its boxes refer to.</summary>
    public (int Width, int Height) SizeOf(ImageHeader header) => _isTurned ? header.UprightSize : (header.Width, header.Height);

    /// <summary>Determines whether a box is inside its image. Its far edges are sums in double precision, as in the reader.</summary>
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
