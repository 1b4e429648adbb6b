namespace DeepQDataset.LabelMe;

/// <summary>Specifies the kind of a LabelMe shape: the values of <c>shape_type</c>, versions 3 to 7.</summary>
internal enum LabelMeShapeKind
{
    /// <summary>An unknown <c>shape_type</c>.</summary>
    Unknown = 0,

    /// <summary>A closed line through three or more points; the default for a missing <c>shape_type</c>.</summary>
    Polygon,

    /// <summary>A rectangle by two opposite corners in any order, or by all four.</summary>
    Rectangle,

    /// <summary>A rotated rectangle by four corners (<c>oriented_rectangle</c>, or <c>rotation</c> in forks of LabelMe).</summary>
    OrientedRectangle,

    /// <summary>A circle by its centre and a point on its edge.</summary>
    Circle,

    /// <summary>A mask image in a box, by its first and last pixel.</summary>
    Mask,

    /// <summary>One point.</summary>
    Point,

    /// <summary>Several points (<c>points</c>).</summary>
    Points,

    /// <summary>Two points.</summary>
    Line,

    /// <summary>An open line through two or more points.</summary>
    LineStrip,
}
