using DeepQDataset.Json;
using DeepQDataset.Labels;
using DeepQDataset.Sources.Embedded;

namespace DeepQDataset.LabelMe;

/// <summary>Represents a shape of a LabelMe JSON; of its points only what they span is kept.</summary>
/// <param name="Label">Its label, trimmed: the class.</param>
/// <param name="Kind">What it is.</param>
/// <param name="TypeName">Its <c>shape_type</c> as written; <c>polygon</c> where that is missing.</param>
/// <param name="Points">The number of points it has.</param>
/// <param name="Box">
/// The upright box around it in pixels. That of a circle holds its edge; that of a mask reaches to the far side of its last pixel, as a
/// mask from 10 to 19 covers ten pixels. All zero where <paramref name="IsBroken"/>.
/// </param>
/// <param name="IsBroken">Indicates whether its points make no such shape (DQ807).</param>
/// <param name="Place">Where it starts.</param>
internal readonly record struct LabelMeShape(
    string Label, LabelMeShapeKind Kind, string TypeName, int Points, BoundingBox Box, bool IsBroken, JsonPlace Place)
{
    /// <summary>x and y of its points in turn; null if they are not kept.</summary>
    public double[]? Corners { get; init; }

    /// <summary>Where the image of its pixels stands in the file, which only a mask has; null if it is missing, or not kept.</summary>
    public EmbeddedImage? Pixels { get; init; }
}
