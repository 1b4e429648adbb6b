using DeepQDataset.Labels;

namespace DeepQDataset.Conversion.Yolo;

/// <summary>Represents a box of a label file.</summary>
/// <param name="Class">The class name.</param>
/// <param name="Box">The box, relative to the width and height of the image, or in pixels.</param>
/// <param name="IsInPixels">Indicates whether the box is in pixels.</param>
/// <param name="Line">The 1-based line.</param>
/// <param name="Outline">
/// The x and y coordinates of the outline's points, alternately, in the same unit; null if there is no outline, or outlines are not kept.
/// </param>
internal readonly record struct YoloBox(string Class, BoundingBox Box, bool IsInPixels, int Line, float[]? Outline = null);
