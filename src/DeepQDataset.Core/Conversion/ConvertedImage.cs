using DeepQDataset.Labels;

namespace DeepQDataset.Conversion;

/// <summary>An image that annotations speak of, and the labels it gets.</summary>
/// <param name="originalName">How the annotations name it.</param>
internal sealed class ConvertedImage(string originalName)
{
    /// <summary>How the annotations name it.</summary>
    public string OriginalName { get; } = originalName;

    /// <summary>A valid name, unique among the images of one conversion; the original one as long as none was given.</summary>
    public string Name { get; set; } = originalName;

    /// <summary>The file on disk, or the zip or JSON that holds it; null when it was not found.</summary>
    public string? SourcePath { get; private set; }

    /// <summary>The entry in the zip, or <c>imageData</c>; null for a plain file.</summary>
    public string? SourceEntry { get; private set; }

    /// <summary>The format that its extension promises; Unknown when it was not found.</summary>
    public DqImageFormat Format { get; private set; }

    /// <summary>Its file; null when it was not found, or is embedded in annotations.</summary>
    public LocatedImage? File { get; private set; }

    /// <summary>An image that was found.</summary>
    public static ConvertedImage Of(string originalName, LocatedImage file) => new(originalName)
    {
        SourcePath = file.SourcePath,
        SourceEntry = file.SourceEntry,
        Format = file.Format,
        File = file,
    };

    /// <summary>An image that is embedded in a file.</summary>
    public static ConvertedImage Embedded(string originalName, string sourcePath, string sourceEntry, DqImageFormat format) =>
        new(originalName)
        {
            SourcePath = sourcePath,
            SourceEntry = sourceEntry,
            Format = format,
        };

    /// <summary>Takes its file away again, which was another image's.</summary>
    public void Forget() => (SourcePath, SourceEntry, Format, File) = (null, null, DqImageFormat.Unknown, null);

    /// <summary>Makes a label with a box.</summary>
    public DqLabel Box(string name, BoundingBox box, int? line) => new()
    {
        Image = Name,
        OriginalImage = ChangedName,
        Class = name,
        X = box.X,
        Y = box.Y,
        Width = box.Width,
        Height = box.Height,
        SourcePath = SourcePath,
        SourceEntry = SourceEntry,
        Line = line,
    };

    /// <summary>Makes a label of the whole image: that it is of a class, or with the value 0 that it is not.</summary>
    public DqLabel Is(string name, int? line, int value = 1) => new()
    {
        Image = Name,
        OriginalImage = ChangedName,
        Class = name,
        Value = value,
        SourcePath = SourcePath,
        SourceEntry = SourceEntry,
        Line = line,
    };

    /// <summary>Makes the label of an image without any.</summary>
    public DqLabel None(int? line = null) => new()
    {
        Image = Name,
        OriginalImage = ChangedName,
        SourcePath = SourcePath,
        SourceEntry = SourceEntry,
        Line = line,
    };

    private string? ChangedName => string.Equals(Name, OriginalName, StringComparison.Ordinal) ? null : OriginalName;
}
