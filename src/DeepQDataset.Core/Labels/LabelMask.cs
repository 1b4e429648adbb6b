namespace DeepQDataset.Labels;

/// <summary>Represents the mask of a class in one image (guide 3.0, Data Formats).</summary>
/// <param name="Width">Its width in pixels, which is the image's.</param>
/// <param name="Height">Its height in pixels, which is the image's.</param>
/// <param name="Text">
/// The pixels in base64 of a zlib stream of bits, row by row, 1 inside, the first pixel in the highest bit; empty for a mask without a
/// pixel.
/// </param>
internal readonly record struct LabelMask(int Width, int Height, string Text);
