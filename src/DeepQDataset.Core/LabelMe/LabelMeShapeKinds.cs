namespace DeepQDataset.LabelMe;

/// <summary>What belongs to each kind of shape.</summary>
internal static class LabelMeShapeKinds
{
    /// <summary>Returns the kind that a <c>shape_type</c> names.</summary>
    /// <param name="name">As it is written; null if it is missing or null, as before version 3.</param>
    public static LabelMeShapeKind Of(string? name) => name switch
    {
        null or "polygon" => LabelMeShapeKind.Polygon,
        "rectangle" => LabelMeShapeKind.Rectangle,
        "oriented_rectangle" or "rotation" => LabelMeShapeKind.OrientedRectangle,
        "circle" => LabelMeShapeKind.Circle,
        "mask" => LabelMeShapeKind.Mask,
        "point" => LabelMeShapeKind.Point,
        "points" => LabelMeShapeKind.Points,
        "line" => LabelMeShapeKind.Line,
        "linestrip" => LabelMeShapeKind.LineStrip,
        _ => LabelMeShapeKind.Unknown,
    };

    /// <summary>Determines whether the platform trains with it (guide 2.3): rectangles give detection, polygons segmentation.</summary>
    public static bool IsSupported(LabelMeShapeKind kind) => kind is LabelMeShapeKind.Rectangle or LabelMeShapeKind.Polygon;

    /// <summary>Determines whether it covers an area, so that there is a box around it.</summary>
    public static bool HasArea(LabelMeShapeKind kind) => kind is LabelMeShapeKind.Rectangle or LabelMeShapeKind.Polygon
        or LabelMeShapeKind.OrientedRectangle or LabelMeShapeKind.Circle or LabelMeShapeKind.Mask;

    /// <summary>Determines whether a shape may have so many points, as LabelMe itself demands it.</summary>
    public static bool FitsCount(LabelMeShapeKind kind, int points) => kind switch
    {
        LabelMeShapeKind.Polygon => points >= 3,
        LabelMeShapeKind.Rectangle => points is 2 or 4,
        LabelMeShapeKind.OrientedRectangle => points == 4,
        LabelMeShapeKind.Circle or LabelMeShapeKind.Mask or LabelMeShapeKind.Line => points == 2,
        LabelMeShapeKind.LineStrip => points >= 2,
        LabelMeShapeKind.Point => points == 1,
        _ => points >= 1,
    };

    /// <summary>Returns the number of points a shape needs, in words.</summary>
    public static string Count(LabelMeShapeKind kind) => kind switch
    {
        LabelMeShapeKind.Polygon => "at least 3",
        LabelMeShapeKind.Rectangle => "2 corners, or all 4",
        LabelMeShapeKind.OrientedRectangle => "4 corners",
        LabelMeShapeKind.Circle => "2: the centre and one on the edge",
        LabelMeShapeKind.Mask => "2: its first and its last pixel",
        LabelMeShapeKind.Line => "2",
        LabelMeShapeKind.LineStrip => "at least 2",
        LabelMeShapeKind.Point => "1",
        _ => "at least 1",
    };
}
