using DeepQDataset.Labels;

namespace DeepQDataset.Conversion.Yolo;

/// <summary>A box of a label file.</summary>
/// <param name="Class">Its class's name.</param>
/// <param name="Box">The box: in shares of the image's width and height, or in pixels.</param>
/// <param name="IsInPixels">Whether it is in pixels.</param>
/// <param name="Line">The 1-based line.</param>
/// <param name="Outline">
/// x and y of its outline's points in turn, in the same unit; null for a mere box, and where outlines are not kept.
/// </param>
internal readonly record struct YoloBox(string Class, BoundingBox Box, bool IsInPixels, int Line, float[]? Outline = null);
