namespace DeepQDataset.Labels;

/// <summary>Represents the mask of a class in one image (guide 3.0, Data Formats).</summary>
/// <param name="Width">The width in pixels, which is that of the image.</param>
/// <param name="Height">The height in pixels, which is that of the image.</param>
/// <param name="Text">
/// The pixels as bits in a zlib stream in base64, row by row, 1 inside, the first pixel in the highest bit; empty for an empty mask.
/// </param>
internal readonly record struct LabelMask(int Width, int Height, string Text);
