namespace DeepQDataset.Rules.Classes;

/// <summary>Represents a class and its images.</summary>
/// <param name="Name">The class name.</param>
/// <param name="Path">The path of label.csv or of the class folder.</param>
/// <param name="Images">The number of distinct images that certainly have the class.</param>
/// <param name="Possible">The number of further images if other issues are fixed.</param>
internal readonly record struct ClassImages(string Name, string? Path, int Images, int Possible);
