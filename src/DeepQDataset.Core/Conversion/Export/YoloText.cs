using System.Globalization;
using System.Text;
using DeepQDataset.Labels;

namespace DeepQDataset.Conversion.Export;

/// <summary>Writes YOLO's text files: labels relative to the image size, and data.yaml.</summary>
internal static class YoloText
{
    /// <summary>Returns one line for each box: class, centre, width and height, with ten decimals.</summary>
    public static string Labels(IEnumerable<(int Class, BoundingBox Box)> boxes, ImageSize size)
    {
        StringBuilder text = new();
        foreach ((int number, BoundingBox box) in boxes)
        {
            text.Append(CultureInfo.InvariantCulture, $"{number} ");
            text.Append(Share(box.X + (box.Width / 2), size.Width)).Append(' ');
            text.Append(Share(box.Y + (box.Height / 2), size.Height)).Append(' ');
            text.Append(Share(box.Width, size.Width)).Append(' ');
            text.Append(Share(box.Height, size.Height)).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>Returns the description of a dataset. Its paths are relative to itself, so that the folder can be moved.</summary>
    /// <param name="train">The folder of the images.</param>
    /// <param name="classes">The names of the classes from number 0 on.</param>
    public static string Description(string train, IReadOnlyList<string> classes)
    {
        StringBuilder text = new();
        text.Append("# Converted from a DeepQ dataset, which knows no splits: move images to val before you train.\n");
        text.Append(CultureInfo.InvariantCulture, $"train: {train}\nval: {train}\n\nnames:\n");
        for (int index = 0; index < classes.Count; index++)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {index}: {Quote(classes[index])}\n");
        }

        return classes.Count == 0 ? text.Append("  {}\n").ToString() : text.ToString();
    }

    private static string Share(double pixels, int size) => (pixels / size).ToString("0.##########", CultureInfo.InvariantCulture);

    private static string Quote(string name)
    {
        if (!name.Any(char.IsControl))
        {
            return $"'{name.Replace("'", "''", StringComparison.Ordinal)}'";
        }

        StringBuilder quoted = new("\"");
        foreach (char character in name)
        {
            quoted.Append(character is '"' or '\\' ? $"\\{character}"
                : char.IsControl(character) ? string.Create(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}")
                : character.ToString());
        }

        return quoted.Append('"').ToString();
    }
}
