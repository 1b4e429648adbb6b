using DeepQDataset.Building.Content;

namespace DeepQDataset.Building.Planning;

/// <summary>An image that was found.</summary>
/// <param name="Content">Its bytes.</param>
/// <param name="Name">The name it asks for, with study and series where it has them.</param>
/// <param name="Format">The format that its file's extension promises.</param>
internal readonly record struct ResolvedImage(StoredContent Content, string Name, DqImageFormat Format);
