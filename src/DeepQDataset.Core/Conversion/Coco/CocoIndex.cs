using DeepQDataset.Sources;

namespace DeepQDataset.Conversion.Coco;

/// <summary>
/// Represents the result of the first reading of a COCO file: everything but its annotations, and what kind of annotations they are.
/// </summary>
/// <param name="file">The file's entry.</param>
/// <param name="path">The name to use in messages.</param>
internal sealed class CocoIndex(SourceEntry file, string path)
{
    /// <summary>Gets the file's entry.</summary>
    public SourceEntry File { get; } = file;

    /// <summary>Gets the name to use in messages.</summary>
    public string Path { get; } = path;

    /// <summary>Gets the entries of the images in file order.</summary>
    public List<CocoImageEntry> Entries { get; } = [];

    /// <summary>
    /// Gets the images by id; null for an image that the platform does not accept. Filled after the images have been searched.
    /// </summary>
    public Dictionary<string, CocoImage?> Images { get; } = new(StringComparer.Ordinal);

    /// <summary>Gets the categories by their ids.</summary>
    public Dictionary<string, CocoCategory> Categories { get; } = new(StringComparer.Ordinal);

    /// <summary>Gets or sets a value that indicates whether the file has <c>images</c> and <c>annotations</c>, as COCO files do.</summary>
    public bool IsCoco { get; set; }

    /// <summary>Gets or sets a value that indicates whether any annotation has a box or an outline.</summary>
    public bool HasGeometry { get; set; }

    /// <summary>Gets or sets the reason why the file is not a valid COCO file, and its line; null if it is valid.</summary>
    public (int Line, string Detail)? Fault { get; set; }
}
