using DeepQDataset.Labels;

namespace DeepQDataset.Conversion;

/// <summary>Boxes that are turned about their middle.</summary>
internal static class RotatedBox
{
    /// <summary>The smallest upright box around a turned one.</summary>
    /// <param name="box">The box as it would be without the rotation.</param>
    /// <param name="degrees">By how many degrees it is turned, either way round.</param>
    public static BoundingBox Around(BoundingBox box, double degrees)
    {
        (double sine, double cosine) = Turn(degrees);
        double width = (box.Width * cosine) + (box.Height * sine);
        double height = (box.Width * sine) + (box.Height * cosine);
        return new BoundingBox(box.X + ((box.Width - width) / 2), box.Y + ((box.Height - height) / 2), width, height);
    }

    /// <summary>The absolute sine and cosine, exact for right angles.</summary>
    private static (double Sine, double Cosine) Turn(double degrees) => (degrees % 180) switch
    {
        0 => (0, 1),
        90 or -90 => (1, 0),
        double rest => (Math.Abs(Math.Sin(rest * Math.PI / 180)), Math.Abs(Math.Cos(rest * Math.PI / 180))),
    };
}
