using DeepQDataset.Labels;
using DeepQDataset.Masks;

namespace DeepQDataset.Conversion;

/// <summary>An image that annotations speak of, and the labels it gets.</summary>
/// <param name="originalName">How the annotations name it.</param>
internal sealed class ConvertedImage(string originalName)
{
    private AnnotationMark _mark = new();

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

    /// <summary>Whether annotations name it more than once.</summary>
    public bool IsRepeated { get; private set; }

    /// <summary>Whether any annotation speaks of something in it, be it one that cannot be carried over.</summary>
    public bool IsAnnotated => _mark.IsAnnotated;

    /// <summary>Notes that an annotation speaks of something in it.</summary>
    public void MarkAnnotated() => _mark.IsAnnotated = true;

    /// <summary>Makes two images that are one file one: what is in the one is in the other.</summary>
    public void Join(ConvertedImage other)
    {
        (IsRepeated, other.IsRepeated) = (true, true);
        other._mark.IsAnnotated |= _mark.IsAnnotated;
        _mark = other._mark;
    }

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

    /// <summary>Makes a label with a mask.</summary>
    public DqLabel Masked(string name, MaskBuilder mask, int? line) => None(line) with
    {
        Class = name,
        Mask = mask.ToText(),
        MaskWidth = mask.Width,
        MaskHeight = mask.Height,
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

    /// <summary>
    /// Makes the label of an image without any label that annotations list: it holds nothing, unless something was said of it.
    /// </summary>
    public DqLabel Empty(int? line = null) => IsAnnotated ? None(line) : None(line) with { Class = DqLabel.NegativeClass };

    private string? ChangedName => string.Equals(Name, OriginalName, StringComparison.Ordinal) ? null : OriginalName;

    /// <summary>What is known of a file, whichever of its names it was known by.</summary>
    private sealed class AnnotationMark
    {
        /// <summary>Whether any annotation speaks of something in it.</summary>
        public bool IsAnnotated { get; set; }
    }
}
