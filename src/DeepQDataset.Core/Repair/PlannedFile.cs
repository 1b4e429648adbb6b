using DeepQDataset.Building.Content;
using DeepQDataset.Imaging;
using DeepQDataset.Sources;

namespace DeepQDataset.Repair;

/// <summary>Represents a planned file of a repaired dataset.</summary>
/// <param name="path">The path in the repaired dataset.</param>
/// <param name="content">The content.</param>
/// <param name="origin">The path in the source.</param>
/// <param name="probe">The result of probing it.</param>
/// <param name="isProbed">Indicates whether it was probed, so that <paramref name="probe"/> is complete.</param>
/// <param name="lines">The original line of each line of a rewritten label.csv; otherwise null.</param>
internal sealed class PlannedFile(string path, StoredContent content, string origin, ImageProbeResult? probe, bool isProbed, int[]? lines)
    : SourceEntry(path, content.Length ?? 0, isFolder: false, content.LastWriteTimeUtc)
{
    /// <summary>Gets the content.</summary>
    public StoredContent Content => content;

    /// <summary>Gets the path in the source.</summary>
    public string Origin => origin;

    /// <summary>Gets the result of probing it; null for an empty file and one that cannot be opened.</summary>
    public ImageProbeResult? Probe => probe;

    /// <summary>Gets a value that indicates whether the file was probed.</summary>
    public bool IsProbed => isProbed;

    /// <summary>Gets the original line of each line of a rewritten label.csv; otherwise null.</summary>
    public int[]? Lines => lines;
}
