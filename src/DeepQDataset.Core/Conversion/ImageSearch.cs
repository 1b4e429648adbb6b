namespace DeepQDataset.Conversion;

/// <summary>What looking for an image came to.</summary>
/// <param name="Image">The image; null where none or more than one fits.</param>
/// <param name="Candidates">How many files fit equally well; 0 when there is none.</param>
internal readonly record struct ImageSearch(LocatedImage? Image, int Candidates);
