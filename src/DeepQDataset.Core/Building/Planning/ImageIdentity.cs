namespace DeepQDataset.Building.Planning;

/// <summary>
/// Identifies the image of a label: by file and entry if they are known, otherwise by name. Two files with the same name are different
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

    /// <summary>Gets the path of the file, or of the zip that contains the image; null if only the name is known.</summary>
    public string? SourcePath { get; }

    /// <summary>Gets the entry in the zip; null for a file.</summary>
    public string? SourceEntry { get; }

    /// <summary>Gets the name of the image; null if the source identifies it.</summary>
    public string? Image { get; }

    /// <summary>Returns the identity of a label's image.</summary>
    public static ImageIdentity Of(DqLabel label) => string.IsNullOrEmpty(label.SourcePath)
        ? new ImageIdentity(null, null, label.Image.Trim())
        : new ImageIdentity(label.SourcePath, string.IsNullOrEmpty(label.SourceEntry) ? null : label.SourceEntry, null);

    /// <inheritdoc/>
    public override string ToString() => SourcePath is null ? Image! : SourceEntry is null ? SourcePath : $"{SourcePath}: {SourceEntry}";
}
