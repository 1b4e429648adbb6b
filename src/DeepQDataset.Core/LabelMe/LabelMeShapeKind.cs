namespace DeepQDataset.LabelMe;

/// <summary>Represents what a LabelMe shape is: the values of <c>shape_type</c>, versions 3 to 7.</summary>
internal enum LabelMeShapeKind
{
    /// <summary>A <c>shape_type</c> that is not known.</summary>
    Unknown = 0,

    /// <summary>A closed line through three or more points; also what a missing <c>shape_type</c> means.</summary>
    Polygon,

    /// <summary>Two opposite corners in any order, or all four.</summary>
    Rectangle,

    /// <summary>
    /// Four corners of a rectangle that need not be upright (<c>oriented_rectangle</c>, or <c>rotation</c> as LabelMe's offspring write
    /// it).
    /// </summary>
    OrientedRectangle,

    /// <summary>The centre and a point on the edge.</summary>
    Circle,

    /// <summary>A picture in a box whose first and last pixel are given.</summary>
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
