namespace DeepQDataset.Rules.Classes;

/// <summary>Represents a class and its images.</summary>
/// <param name="Name">The class.</param>
/// <param name="Path">label.csv, or the class folder.</param>
/// <param name="Images">The number of distinct images that are of the class for certain.</param>
/// <param name="Possible">How many more would be once other findings are mended.</param>
internal readonly record struct ClassImages(string Name, string? Path, int Images, int Possible);
