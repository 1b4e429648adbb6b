namespace DeepQDataset.Layout;

/// <summary>Represents a folder that an operating system or a file server left behind (DQ112).</summary>
/// <param name="Path">Its path, relative to the source's root.</param>
/// <param name="Files">The number of files that lie in it and in all folders below.</param>
internal sealed record SystemFolder(string Path, int Files);
