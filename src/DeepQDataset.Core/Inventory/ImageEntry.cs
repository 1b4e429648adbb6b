using DeepQDataset.Sources;
using DeepQDataset.Sources.Embedded;
using DeepQDataset.Text;

namespace DeepQDataset.Inventory;

/// <summary>Represents a file that is an image by its location and extension.</summary>
internal sealed class ImageEntry
{
    /// <summary>Gets the file.</summary>
    public required SourceEntry Entry { get; init; }

    /// <summary>Gets the path of the entry, relative to the root of the source.</summary>
    public string Path => Entry.Path;

    /// <summary>Gets the file name with extension.</summary>
    public string FileName => EntryPath.FileName(Entry.Path);

    /// <summary>
    /// Gets the format by extension, in any spelling; <see cref="DqImageFormat.Unknown"/> for a missing or unsupported extension.
    /// </summary>
    public required DqImageFormat ExpectedFormat { get; init; }

    /// <summary>
    /// Gets the name in label.csv, with extension: the path relative to <c>image/</c>, which is the file name in a flat layout and
    /// <c>Study/Series1/file</c> in studies; in a class folder the file name.
    /// </summary>
    public required string LabelName { get; init; }

    /// <summary>Gets the location of the image in a LabelMe JSON, which is then the <see cref="Entry"/>; null for an image file.</summary>
    internal EmbeddedImage? Embedded { get; init; }

    /// <summary>Gets the size of the image in bytes.</summary>
    public long Length => Embedded?.Length ?? Entry.Length;

    /// <summary>Gets the class folder that contains it; null outside of class folders.</summary>
    public string? Class { get; init; }

    /// <summary>Gets the study folder that contains it; null outside of studies.</summary>
    public string? Study { get; init; }

    /// <summary>Gets the series folder that contains it; null outside of studies.</summary>
    public string? Series { get; init; }

    /// <summary>The same image under another name in label.csv.</summary>
    public ImageEntry WithLabelName(string labelName) => new()
    {
        Entry = Entry,
        ExpectedFormat = ExpectedFormat,
        LabelName = labelName,
        Embedded = Embedded,
        Class = Class,
        Study = Study,
        Series = Series,
    };

    /// <summary>Opens the image: the file, or the image embedded in it. The stream can seek if that is cheap.</summary>
    /// <param name="source">The source of the file.</param>
    /// <param name="cancellation">The token to monitor for cancellation requests while an embedded image is searched.</param>
    /// <exception cref="IOException">The file does not exist any more or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">Access is denied.</exception>
    /// <exception cref="InvalidDataException">
    /// A zip entry cannot be opened. For an embedded image, reading may throw it if the data is not base64.
    /// </exception>
    public Stream Open(IDatasetSource source, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        return Embedded is null ? source.Open(Entry) : EmbeddedImageStream.Open(() => source.Open(Entry), Embedded, cancellation);
    }

    /// <inheritdoc/>
    public override string ToString() => Path;
}
