using DeepQDataset.Sources;
using DeepQDataset.Sources.Embedded;
using DeepQDataset.Text;

namespace DeepQDataset.Inventory;

/// <summary>Represents a file that the layout takes for an image, by its place and its extension.</summary>
internal sealed class ImageEntry
{
    /// <summary>Gets the file.</summary>
    public required SourceEntry Entry { get; init; }

    /// <summary>Gets the entry's path, relative to the source's root.</summary>
    public string Path => Entry.Path;

    /// <summary>Gets the file's name with its extension.</summary>
    public string FileName => EntryPath.FileName(Entry.Path);

    /// <summary>
    /// Gets the format that the extension promises, spelled in whatever way; <see cref="DqImageFormat.Unknown"/> for a missing extension or
    /// one of a format that is not supported.
    /// </summary>
    public required DqImageFormat ExpectedFormat { get; init; }

    /// <summary>
    /// How label.csv names it, with its extension: the path relative to <c>image/</c>, which is the file name in a flat layout
    /// and <c>Study/Series1/file</c> in studies; in a class folder the file name.
    /// </summary>
    public required string LabelName { get; init; }

    /// <summary>
    /// Where in a LabelMe JSON, which is the <see cref="Entry"/> then, the image stands; null for a file that is an image itself.
    /// </summary>
    internal EmbeddedImage? Embedded { get; init; }

    /// <summary>Gets the image's size in bytes.</summary>
    public long Length => Embedded?.Length ?? Entry.Length;

    /// <summary>Gets the class folder it lies in; null outside class folders.</summary>
    public string? Class { get; init; }

    /// <summary>Gets the study folder it lies in; null outside studies.</summary>
    public string? Study { get; init; }

    /// <summary>Gets the series folder it lies in; null outside studies.</summary>
    public string? Series { get; init; }

    /// <summary>Opens the image: the file, or what is embedded in it. The stream can seek where that is cheap.</summary>
    /// <param name="source">What holds the file.</param>
    /// <param name="cancellation">Ends the way to an embedded image through its file, however large that is.</param>
    /// <exception cref="IOException">The file has gone or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">Access is denied.</exception>
    /// <exception cref="InvalidDataException">
    /// A zip entry cannot be opened; what is embedded may throw it later, where it is no base64.
    /// </exception>
    public Stream Open(IDatasetSource source, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        return Embedded is null ? source.Open(Entry) : EmbeddedImageStream.Open(() => source.Open(Entry), Embedded, cancellation);
    }

    /// <inheritdoc/>
    public override string ToString() => Path;
}
