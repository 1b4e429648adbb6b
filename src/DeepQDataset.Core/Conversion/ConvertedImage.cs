using DeepQDataset.Labels;
using DeepQDataset.Masks;

namespace DeepQDataset.Conversion;

/// <summary>Represents an image of the annotations and creates its labels.</summary>
/// <param name="originalName">The name in the annotations.</param>
internal sealed class ConvertedImage(string originalName)
{
    private AnnotationMark _mark = new();

    /// <summary>Gets the name in the annotations.</summary>
    public string OriginalName { get; } = originalName;

    /// <summary>Gets or sets the valid and unique name; the original name until it is assigned.</summary>
    public string Name { get; set; } = originalName;

    /// <summary>Gets the path of the file, or of the zip or JSON that contains the image; null if it was not found.</summary>
    public string? SourcePath { get; private set; }

    /// <summary>Gets the entry in the zip, or <c>imageData</c>; null for a plain file.</summary>
    public string? SourceEntry { get; private set; }

    /// <summary>Gets the format by extension; Unknown if the image was not found.</summary>
    public DqImageFormat Format { get; private set; }

    /// <summary>Gets the file; null if it was not found, or is embedded in annotations.</summary>
    public LocatedImage? File { get; private set; }

    /// <summary>Creates an image with a file.</summary>
    public static ConvertedImage Of(string originalName, LocatedImage file) => new(originalName)
    {
        SourcePath = file.SourcePath,
        SourceEntry = file.SourceEntry,
        Format = file.Format,
        File = file,
    };

    /// <summary>Creates an image that is embedded in a file.</summary>
    public static ConvertedImage Embedded(string originalName, string sourcePath, string sourceEntry, DqImageFormat format) =>
        new(originalName)
        {
            SourcePath = sourcePath,
            SourceEntry = sourceEntry,
            Format = format,
        };

    /// <summary>Removes the file, which belongs to another image.</summary>
    public void Forget() => (SourcePath, SourceEntry, Format, File) = (null, null, DqImageFormat.Unknown, null);

    /// <summary>Gets a value that indicates whether the annotations list the image more than once.</summary>
    public bool IsRepeated { get; private set; }

    /// <summary>Gets a value that indicates whether the image has any annotation, including one that cannot be converted.</summary>
    public bool IsAnnotated => _mark.IsAnnotated;

    /// <summary>Records that the image has an annotation.</summary>
    public void MarkAnnotated() => _mark.IsAnnotated = true;

    /// <summary>Joins two images with the same file: an annotation of one is an annotation of the other.</summary>
    public void Join(ConvertedImage other)
    {
        (IsRepeated, other.IsRepeated) = (true, true);
        other._mark.IsAnnotated |= _mark.IsAnnotated;
        _mark = other._mark;
    }

    /// <summary>Creates a label with a box.</summary>
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

    /// <summary>Creates a label of the whole image: that it has a class, or with value 0 that it does not.</summary>
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

    /// <summary>Creates a label with a mask.</summary>
    public DqLabel Masked(string name, MaskBuilder mask, int? line) => None(line) with
    {
        Class = name,
        Mask = mask.ToText(),
        MaskWidth = mask.Width,
        MaskHeight = mask.Height,
    };

    /// <summary>Creates the label of an image without labels.</summary>
    public DqLabel None(int? line = null) => new()
    {
        Image = Name,
        OriginalImage = ChangedName,
        SourcePath = SourcePath,
        SourceEntry = SourceEntry,
        Line = line,
    };

    /// <summary>Creates the label of a listed image without labels: it is empty, unless it has any annotation.</summary>
    public DqLabel Empty(int? line = null) => IsAnnotated ? None(line) : None(line) with { Class = DqLabel.NegativeClass };

    private string? ChangedName => string.Equals(Name, OriginalName, StringComparison.Ordinal) ? null : OriginalName;

    /// <summary>Holds what is known about a file, shared by all its images.</summary>
    private sealed class AnnotationMark
    {
        /// <summary>Gets or sets a value that indicates whether the file has any annotation.</summary>
        public bool IsAnnotated { get; set; }
    }
}
