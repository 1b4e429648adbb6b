namespace DeepQDataset;

/// <summary>
/// One label: what every converter emits and every writer accepts. A classification label has a <see cref="Value"/>; a
/// detection label has a box; one with <see cref="Class"/> null stands for an image without any label.
/// </summary>
public sealed record DqLabel
{
    /// <summary>The image as label.csv names it: a file name, or <c>Study/Series1/file</c>.</summary>
    public string Image { get; init; } = "";

    /// <summary>
    /// The name that the image has in what a converter read, where <see cref="Image"/> is not the same: folders taken off, blanks and
    /// invalid characters replaced, a number put behind a name that came twice. Null when the name was not changed.
    /// </summary>
    public string? OriginalImage { get; init; }

    /// <summary>The class or object; null for an image without a label.</summary>
    public string? Class { get; init; }

    /// <summary>1 when the image is of the class, 0 when it is not; null for a box.</summary>
    public int? Value { get; init; }

    /// <summary>The box's left edge in pixels from the image's left; null for classification.</summary>
    public double? X { get; init; }

    /// <summary>The box's top edge in pixels from the image's top; null for classification.</summary>
    public double? Y { get; init; }

    /// <summary>The box's width in pixels, above 0; null for classification.</summary>
    public double? Width { get; init; }

    /// <summary>The box's height in pixels, above 0; null for classification.</summary>
    public double? Height { get; init; }

    /// <summary>The image file on disk, or the zip or JSON that holds it; null when only the name is known.</summary>
    public string? SourcePath { get; init; }

    /// <summary>The entry in the zip, or <c>imageData</c> for an image embedded in a JSON; null for a plain file.</summary>
    public string? SourceEntry { get; init; }

    /// <summary>The 1-based line it was read from; null when it comes from no line.</summary>
    public int? Line { get; init; }

    /// <summary>Whether any of the four box values is given.</summary>
    internal bool HasBox => X is not null || Y is not null || Width is not null || Height is not null;

    /// <inheritdoc/>
    public override string ToString() => Class is null ? Image : $"{Image}: {Class}";
}
