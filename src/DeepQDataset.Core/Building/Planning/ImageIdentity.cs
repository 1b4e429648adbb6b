namespace DeepQDataset.Building.Planning;

/// <summary>
/// What makes two labels speak of one image: the file and its entry where they are known, else the name. Two files of one name stay two
/// images.
/// </summary>
internal readonly record struct ImageIdentity
{
    private ImageIdentity(string? sourcePath, string? sourceEntry, string? image)
    {
        SourcePath = sourcePath;
        SourceEntry = sourceEntry;
        Image = image;
    }

    /// <summary>The file on disk, or the zip that holds it; null when only the name is known.</summary>
    public string? SourcePath { get; }

    /// <summary>The entry in the zip; null for a plain file.</summary>
    public string? SourceEntry { get; }

    /// <summary>The image's name; null where the source identifies it.</summary>
    public string? Image { get; }

    /// <summary>The identity of a label's image.</summary>
    public static ImageIdentity Of(DqLabel label) => string.IsNullOrEmpty(label.SourcePath)
        ? new ImageIdentity(null, null, label.Image.Trim())
        : new ImageIdentity(label.SourcePath, string.IsNullOrEmpty(label.SourceEntry) ? null : label.SourceEntry, null);

    /// <inheritdoc/>
    public override string ToString() => SourcePath is null ? Image! : SourceEntry is null ? SourcePath : $"{SourcePath}: {SourceEntry}";
}
