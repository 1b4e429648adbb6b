using DeepQDataset.Sources;

namespace DeepQDataset.LabelMe;

/// <summary>Represents a LabelMe JSON of a dataset, and its image.</summary>
/// <param name="Entry">The JSON.</param>
/// <param name="Content">The content; null if it was not read.</param>
/// <param name="NotRead">
/// The reason why it could not be read, as a sentence; null if it was read, or a rule about the zip gives the reason.
/// </param>
/// <param name="Match">The way in which the image was found.</param>
/// <param name="Image">The index of the image in the dataset; −1 for none.</param>
internal sealed record LabelMeEntry(SourceEntry Entry, LabelMeFile? Content, string? NotRead, LabelMeImageMatch Match, int Image)
{
    /// <summary>Gets a value that indicates whether the file was read and is a valid LabelMe file.</summary>
    public bool IsSound => Content is { Fault: null };
}
