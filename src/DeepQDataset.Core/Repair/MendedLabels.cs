namespace DeepQDataset.Repair;

/// <summary>Represents a rewritten label.csv.</summary>
/// <param name="Bytes">The content.</param>
/// <param name="Lines">The original 1-based line of each line.</param>
internal sealed record MendedLabels(byte[] Bytes, int[] Lines);
