using DeepQDataset.Sources;

namespace DeepQDataset.Conversion.Coco;

/// <summary>What a COCO file holds besides its annotations, and what those are like: the result of the first reading.</summary>
/// <param name="file">The file's entry.</param>
/// <param name="path">How messages name it.</param>
internal sealed class CocoIndex(SourceEntry file, string path)
{
    /// <summary>The file's entry.</summary>
    public SourceEntry File { get; } = file;

    /// <summary>How messages name it.</summary>
    public string Path { get; } = path;

    /// <summary>The images as the file lists them.</summary>
    public List<CocoImageEntry> Entries { get; } = [];

    /// <summary>The images by their ids; null for one that the platform does not take. Filled when they have been looked for.</summary>
    public Dictionary<string, CocoImage?> Images { get; } = new(StringComparer.Ordinal);

    /// <summary>The categories by their ids.</summary>
    public Dictionary<string, CocoCategory> Categories { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether it has <c>images</c> and <c>annotations</c>, as COCO has.</summary>
    public bool IsCoco { get; set; }

    /// <summary>Whether any annotation has a box or an outline.</summary>
    public bool HasGeometry { get; set; }

    /// <summary>What is wrong with the file as COCO, and where; null when nothing is.</summary>
    public (int Line, string Detail)? Fault { get; set; }
}
