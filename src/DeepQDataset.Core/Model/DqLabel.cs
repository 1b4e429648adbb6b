namespace DeepQDataset;

/// <summary>
/// One label: what every converter emits and every writer accepts. A classification label has a <see cref="Value"/>; a
/// detection label has a box; one with <see cref="Class"/> null stands for an image without any label.
/// </summary>
public sealed record DqLabel
{
    /// <summary>The class of an image that holds nothing, which every edition of the platform knows in detection.</summary>
    public const string NegativeClass = "nothing to label";

    /// <summary>Gets the image as label.csv names it: a file name, or <c>Study/Series1/file</c>.</summary>
    public string Image { get; init; } = "";

    /// <summary>
    /// Gets the name that the image has in what a converter read, where <see cref="Image"/> is not the same: folders taken off, blanks and
    /// invalid characters replaced, a number put behind a name that came twice. Null when the name was not changed.
    /// </summary>
    public string? OriginalImage { get; init; }

    /// <summary>Gets the class or object; null for an image without a label.</summary>
    public string? Class { get; init; }

    /// <summary>1 when the image is of the class, 0 if it is not; null for a box.</summary>
    public int? Value { get; init; }

    /// <summary>Gets the box's left edge in pixels from the image's left; null for classification.</summary>
    public double? X { get; init; }

    /// <summary>Gets the box's top edge in pixels from the image's top; null for classification.</summary>
    public double? Y { get; init; }

    /// <summary>Gets the box's width in pixels, above 0; null for classification.</summary>
    public double? Width { get; init; }

    /// <summary>Gets the box's height in pixels, above 0; null for classification.</summary>
    public double? Height { get; init; }

    /// <summary>
    /// Gets the mask of the class in the image: the pixels row by row, 1 inside, eight to a byte, the first in the highest bit, as a zlib
    /// stream in base64 (guide 3.0, Data Formats); empty for a mask without a pixel, null if the task is not segmentation.
    /// </summary>
    public string? Mask { get; init; }

    /// <summary>Gets the mask's width in pixels, which is the image's; null without a mask.</summary>
    public int? MaskWidth { get; init; }

    /// <summary>Gets the mask's height in pixels, which is the image's; null without a mask.</summary>
    public int? MaskHeight { get; init; }

    /// <summary>How sure a prediction is, from 0 to 1; null for what is no prediction.</summary>
    public double? Confidence { get; init; }

    /// <summary>Gets the image file on disk, or the zip or JSON that holds it; null if only the name is known.</summary>
    public string? SourcePath { get; init; }

    /// <summary>Gets the entry in the zip, or <c>imageData</c> for an image embedded in a JSON; null for a plain file.</summary>
    public string? SourceEntry { get; init; }

    /// <summary>Gets the 1-based line it was read from; null if it comes from no line.</summary>
    public int? Line { get; init; }

    /// <summary>
    /// Gets a value that indicates whether it says that the image holds nothing: the class <c>nothing to label</c> without a box and a
    /// mask.
    /// </summary>
    internal bool IsNegative => !HasBox && Mask is null && string.Equals(Class?.Trim(), DqLabel.NegativeClass, StringComparison.Ordinal);

    /// <summary>Gets a value that indicates whether any of the four box values is given.</summary>
    internal bool HasBox => X is not null || Y is not null || Width is not null || Height is not null;

    /// <inheritdoc/>
    public override string ToString() => Class is null ? Image : $"{Image}: {Class}";
}
