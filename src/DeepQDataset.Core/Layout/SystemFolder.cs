namespace DeepQDataset.Layout;

/// <summary>A folder that an operating system or a file server left behind (DQ112).</summary>
/// <param name="Path">Its path, relative to the source's root.</param>
/// <param name="Files">How many files lie in it and in all folders below.</param>
internal sealed record SystemFolder(string Path, int Files);
