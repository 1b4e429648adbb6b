namespace DeepQDataset.Layout;

/// <summary>Represents a folder of an operating system or a file server (DQ112).</summary>
/// <param name="Path">The path relative to the root of the source.</param>
/// <param name="Files">The number of files in it and in all folders below.</param>
internal sealed record SystemFolder(string Path, int Files);
