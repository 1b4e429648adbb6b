using DeepQDataset.Sources;

namespace DeepQDataset.LabelMe;

/// <summary>Represents a LabelMe JSON of a dataset, and its image.</summary>
/// <param name="Entry">The JSON.</param>
/// <param name="Content">What it says; null if it was not read.</param>
/// <param name="NotRead">
/// Why it could not be read, as a sentence; null if it was, and where a rule about the zip says why it cannot.
/// </param>
/// <param name="Match">How it leads to its image.</param>
/// <param name="Image">Which of the dataset's images that is; −1 for none.</param>
internal sealed record LabelMeEntry(SourceEntry Entry, LabelMeFile? Content, string? NotRead, LabelMeImageMatch Match, int Image)
{
    /// <summary>Gets a value that indicates whether it was read and is LabelMe's.</summary>
    public bool IsSound => Content is { Fault: null };
}
