using DeepQDataset.Json;
using DeepQDataset.Labels;
using DeepQDataset.Sources.Embedded;

namespace DeepQDataset.LabelMe;

/// <summary>Represents a shape of a LabelMe JSON. Of its points, only the bounding box is kept.</summary>
/// <param name="Label">The label, trimmed, which is the class.</param>
/// <param name="Kind">The kind.</param>
/// <param name="TypeName">The <c>shape_type</c> as written; <c>polygon</c> if it is missing.</param>
/// <param name="Points">The number of points.</param>
/// <param name="Box">
/// The bounding box in pixels. That of a circle includes its edge; that of a mask includes its last pixel, as a mask from 10 to 19 covers
/// ten pixels. All zero if <paramref name="IsBroken"/>.
/// </param>
/// <param name="IsBroken">Indicates whether the points do not form such a shape (DQ807).</param>
/// <param name="Place">The position at which it starts.</param>
internal readonly record struct LabelMeShape(
    string Label, LabelMeShapeKind Kind, string TypeName, int Points, BoundingBox Box, bool IsBroken, JsonPlace Place)
{
    /// <summary>Gets the x and y coordinates of the points, alternately; null if they are not kept.</summary>
    public double[]? Corners { get; init; }

    /// <summary>
    /// Gets the location of the image with a mask's pixels; null if it is missing, is not kept, or the shape is not a mask.
    /// </summary>
    public EmbeddedImage? Pixels { get; init; }
}
