using DeepQDataset.Sources.Embedded;

namespace DeepQDataset.Building.Content;

/// <summary>Represents the image in a LabelMe JSON, which is decoded each time it is read.</summary>
/// <param name="json">The JSON.</param>
/// <param name="image">The location of the image in the JSON.</param>
internal sealed class EmbeddedContent(StoredContent json, EmbeddedImage image)
    : StoredContent($"{json.Location}: {EmbeddedSource.EntryName}", image.Length, json.LastWriteTimeUtc)
{
    /// <inheritdoc/>
    public override string? FilePath => null;

    /// <inheritdoc/>
    public override string? HoldingFile => json.FilePath;

    /// <inheritdoc/>
    public override Stream Open() => EmbeddedImageStream.Open(json.Open, image);
}
