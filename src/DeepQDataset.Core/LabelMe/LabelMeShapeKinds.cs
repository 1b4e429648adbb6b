namespace DeepQDataset.LabelMe;

/// <summary>Provides the properties of each kind of shape.</summary>
internal static class LabelMeShapeKinds
{
    /// <summary>Returns the kind of a <c>shape_type</c>.</summary>
    /// <param name="name">The value as written; null if it is missing or null, as before version 3.</param>
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

    /// <summary>
    /// Determines whether the platform supports the kind (guide 2.3): rectangles for detection, polygons for segmentation.
    /// </summary>
    public static bool IsSupported(LabelMeShapeKind kind) => kind is LabelMeShapeKind.Rectangle or LabelMeShapeKind.Polygon;

    /// <summary>Determines whether the kind has an area, and thus a bounding box.</summary>
    public static bool HasArea(LabelMeShapeKind kind) => kind is LabelMeShapeKind.Rectangle or LabelMeShapeKind.Polygon
        or LabelMeShapeKind.OrientedRectangle or LabelMeShapeKind.Circle or LabelMeShapeKind.Mask;

    /// <summary>Determines whether a number of points is valid for a shape, by LabelMe's own rules.</summary>
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

    /// <summary>Returns the required number of points in words.</summary>
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
