using DeepQDataset.Building.Content;
using DeepQDataset.Imaging;
using DeepQDataset.Sources;

namespace DeepQDataset.Repair;

/// <summary>Represents a file of a mended dataset that is not written yet.</summary>
/// <param name="path">Its path there.</param>
/// <param name="content">Its bytes.</param>
/// <param name="origin">Its path in the source.</param>
/// <param name="probe">What its header says.</param>
/// <param name="isProbed">Indicates whether its header was read, so that <paramref name="probe"/> says all there is.</param>
/// <param name="lines">For label.csv written afresh, the line in the source of each of its lines; else null.</param>
internal sealed class PlannedFile(string path, StoredContent content, string origin, ImageProbeResult? probe, bool isProbed, int[]? lines)
    : SourceEntry(path, content.Length ?? 0, isFolder: false, content.LastWriteTimeUtc)
{
    /// <summary>Its bytes.</summary>
    public StoredContent Content => content;

    /// <summary>Its path in the source.</summary>
    public string Origin => origin;

    /// <summary>What its header says; null for an empty file and one that cannot be opened.</summary>
    public ImageProbeResult? Probe => probe;

    /// <summary>Gets a value that indicates whether its header was read.</summary>
    public bool IsProbed => isProbed;

    /// <summary>For label.csv written afresh, the line in the source of each of its lines; else null.</summary>
    public int[]? Lines => lines;
}
