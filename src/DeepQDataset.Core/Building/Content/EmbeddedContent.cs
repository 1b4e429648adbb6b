using DeepQDataset.Sources.Embedded;

namespace DeepQDataset.Building.Content;

/// <summary>The image in a LabelMe JSON, decoded whenever it is read.</summary>
/// <param name="json">The JSON.</param>
/// <param name="image">Where the image stands in it.</param>
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
