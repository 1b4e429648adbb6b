using DeepQDataset.Building.Content;

namespace DeepQDataset.Building.Planning;

/// <summary>Represents an image that was found.</summary>
/// <param name="Content">The content.</param>
/// <param name="Name">The requested name, with study and series if it has them.</param>
/// <param name="Format">The format by extension.</param>
internal readonly record struct ResolvedImage(StoredContent Content, string Name, DqImageFormat Format);
