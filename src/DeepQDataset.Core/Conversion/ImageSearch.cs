namespace DeepQDataset.Conversion;

/// <summary>Represents the result of a search for an image.</summary>
/// <param name="Image">The image; null if there is no match or more than one.</param>
/// <param name="Candidates">The number of equally good matches; 0 if there is none.</param>
internal readonly record struct ImageSearch(LocatedImage? Image, int Candidates);
