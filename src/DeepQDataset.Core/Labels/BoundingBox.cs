namespace DeepQDataset.Labels;

/// <summary>Represents a box in pixels; the origin is the top-left corner of the image (guide chapter 2.2, figure).</summary>
/// <param name="X">The left edge.</param>
/// <param name="Y">The top edge.</param>
/// <param name="Width">The width, above 0.</param>
/// <param name="Height">The height, above 0.</param>
internal readonly record struct BoundingBox(double X, double Y, double Width, double Height);
