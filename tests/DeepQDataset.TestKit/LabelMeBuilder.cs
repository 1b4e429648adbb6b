using System.Globalization;
using System.Text;

namespace DeepQDataset.TestKit;

/// <summary>A LabelMe JSON, laid out as LabelMe writes it: two blanks a level, keys in its order, one shape a line.</summary>
public sealed class LabelMeBuilder
{
    private readonly List<string> _shapes = [];

    /// <summary>Gets the version; null leaves the key out.</summary>
    public string? Version { get; init; } = "5.5.0";

    /// <summary>Gets the value of <c>flags</c>, as JSON.</summary>
    public string Flags { get; init; } = "{}";

    /// <summary>Gets the image's path, as JSON writes it, without quotes.</summary>
    public string ImagePath { get; init; } = "image001.png";

    /// <summary>Gets the embedded image; null for none.</summary>
    public byte[]? ImageData { get; init; }

    /// <summary>Gets the image's size.</summary>
    public int Width { get; init; } = 32;

    /// <summary>Gets the image's size.</summary>
    public int Height { get; init; } = 24;

    /// <summary>Adds a shape; the first one stands in line 5.</summary>
    /// <param name="label">Its label.</param>
    /// <param name="type">Its <c>shape_type</c>; null leaves the key out, as before version 3.</param>
    /// <param name="points">x and y in turn.</param>
    public LabelMeBuilder Shape(string label, string? type, params double[] points)
    {
        StringBuilder pairs = new();
        for (int index = 0; index + 1 < points.Length; index += 2)
        {
            pairs.Append(index == 0 ? "" : ", ").Append(CultureInfo.InvariantCulture, $"[{points[index]}, {points[index + 1]}]");
        }

        string typed = type is null ? "" : $", \"shape_type\": \"{type}\"";
        return Raw($$$"""{"label": "{{{label}}}", "points": [{{{pairs}}}], "group_id": null{{{typed}}}, "flags": {}}""");
    }

    /// <summary>Adds a shape as JSON.</summary>
    public LabelMeBuilder Raw(string shape)
    {
        _shapes.Add(shape);
        return this;
    }

    /// <summary>Returns the JSON.</summary>
    public string Build()
    {
        string version = Version is null ? "" : $"  \"version\": \"{Version}\",\n";
        string shapes = _shapes.Count == 0 ? "[]" : $"[\n    {string.Join(",\n    ", _shapes)}\n  ]";
        string data = ImageData is null ? "null" : $"\"{Convert.ToBase64String(ImageData)}\"";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{{\n{version}  \"flags\": {Flags},\n  \"shapes\": {shapes},\n  \"imagePath\": \"{ImagePath}\",\n"
                + $"  \"imageData\": {data},\n  \"imageHeight\": {Height},\n  \"imageWidth\": {Width}\n}}");
    }
}
