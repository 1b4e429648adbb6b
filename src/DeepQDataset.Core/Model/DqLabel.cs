namespace DeepQDataset;

/// <summary>
/// Represents one label, as returned by converters and accepted by writers. A classification label has a <see cref="Value"/>; a detection
/// label has a box; a label whose <see cref="Class"/> is null represents an unlabelled image.
/// </summary>
public sealed record DqLabel
{
    /// <summary>The class of an image without any object, which every edition of the platform supports in detection.</summary>
    public const string NegativeClass = "nothing to label";

    /// <summary>Gets the image as named in label.csv: a file name, or <c>Study/Series1/file</c>.</summary>
    public string Image { get; init; } = "";

    /// <summary>
    /// Gets the name of the image in the converted annotations, if it differs from <see cref="Image"/>: with other folders, blanks or
    /// invalid characters, or without a number that makes it unique. Null if the name is the same.
    /// </summary>
    public string? OriginalImage { get; init; }

    /// <summary>Gets the class or object; null for an image without a label.</summary>
    public string? Class { get; init; }

    /// <summary>Gets 1 if the image has the class, 0 if it does not; null for a box.</summary>
    public int? Value { get; init; }

    /// <summary>Gets the left edge of the box in pixels from the left of the image; null for classification.</summary>
    public double? X { get; init; }

    /// <summary>Gets the top edge of the box in pixels from the top of the image; null for classification.</summary>
    public double? Y { get; init; }

    /// <summary>Gets the width of the box in pixels, above 0; null for classification.</summary>
    public double? Width { get; init; }

    /// <summary>Gets the height of the box in pixels, above 0; null for classification.</summary>
    public double? Height { get; init; }

    /// <summary>
    /// Gets the mask of the class in the image: the pixels row by row, 1 inside, eight in a byte, the first in the highest bit, as a zlib
    /// stream in base64 (guide 3.0, Data Formats); empty for an empty mask, null if the task is not segmentation.
    /// </summary>
    public string? Mask { get; init; }

    /// <summary>Gets the width of the mask in pixels, which is that of the image; null if there is no mask.</summary>
    public int? MaskWidth { get; init; }

    /// <summary>Gets the height of the mask in pixels, which is that of the image; null if there is no mask.</summary>
    public int? MaskHeight { get; init; }

    /// <summary>Gets the confidence of a prediction, from 0 to 1; null for other labels.</summary>
    public double? Confidence { get; init; }

    /// <summary>Gets the path of the image file, or of the zip or JSON that contains the image; null if only the name is known.</summary>
    public string? SourcePath { get; init; }

    /// <summary>Gets the entry in the zip, or <c>imageData</c> for an image embedded in a JSON; null for an image file.</summary>
    public string? SourceEntry { get; init; }

    /// <summary>Gets the 1-based line of the source; null if there is none.</summary>
    public int? Line { get; init; }

    /// <summary>
    /// Gets a value that indicates whether the label states that the image has no object: the class <c>nothing to label</c> without a box
    /// and a mask.
    /// </summary>
    internal bool IsNegative => !HasBox && Mask is null && string.Equals(Class?.Trim(), DqLabel.NegativeClass, StringComparison.Ordinal);

    /// <summary>Gets a value that indicates whether any of the four box values is given.</summary>
    internal bool HasBox => X is not null || Y is not null || Width is not null || Height is not null;

    /// <inheritdoc/>
    public override string ToString() => Class is null ? Image : $"{Image}: {Class}";
}
